"""One thing printed twice: in the headline and the body, in two paragraphs, on two scales."""
