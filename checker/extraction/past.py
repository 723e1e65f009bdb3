"""Sentences that tell of change or of the past: what holds today need not hold in them."""

from bisect import bisect_right

from checker.document import Document
from checker.patterns import pattern
from checker.spans import Span

CHANGE = pattern(
    "原|前任|前[省市区县镇乡局厅校院行馆董总书主]|时任|曾|现任|接任|接替|继任|新任|履新|就任|就职|上任|到任|首任|历任|两任|[一二三四五六七八九十]任|任期|卸任|离任|"
    "转任|调任|升任|改任|出任|担任|当选|选举|选为|任命|任免|(?<!招)聘|提名|免去|辞|退休|提拔|晋升|代理|候任|候选|换届|兼(?![顾备收容具程并得。！？；，”])|老(?=书记|主任|主席|[\u4e00-\u9fff]{1,2}长)|已故|生前|届|前身|更名|改名|合并|撤销|组建"
)
YEAR = pattern("(?:19|20)[0-9]{2}年|[0-9]{2,4}年(?:代|间)|年前|当年|那年|去年|上世纪")


class Past:
    """The sentences of one document, asked by place."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.sentences = [one.span for one in document.sentences]
        self.starts = [span.start for span in self.sentences]

    def tells(self, span: Span) -> bool:
        """Whether the sentence around ``span`` tells of change, or up to it of another time."""
        index = bisect_right(self.starts, span.start) - 1
        sentence = self.sentences[index] if index >= 0 else span
        if CHANGE.search(self.text, sentence.start, sentence.end):
            return True
        return YEAR.search(self.text, sentence.start, span.start) is not None
