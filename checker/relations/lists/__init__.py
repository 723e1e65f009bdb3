"""Things that are listed beside the number that counts them, and values that go to them one by one."""
