"""Names of many languages, and the ways in which people write them."""

import re
import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

from bot.language.naming.letters import APOSTROPHES, fold

SPACED = {
    "English": "Rosalind Thackeray-Jones",
    "Irish": "Siobhán O'Dohertaigh",
    "Welsh": "Llŷr Gwynfryn",
    "French": "Anaïs Lefèvre",
    "German": "Zoë Müller",
    "Austrian": "Jörg Weißenböck",
    "Dutch": "Sjoerd van der Heijden",
    "Danish": "Søren Kjærgård",
    "Norwegian": "Åse Bjørnstad",
    "Swedish": "Björn Åkerström",
    "Finnish": "Väinö Hämäläinen",
    "Icelandic": "Þórdís Guðmundsdóttir",
    "Estonian": "Õnne Pärnpuu",
    "Latvian": "Jānis Bērziņš",
    "Lithuanian": "Žygimantas Šimkūnas",
    "Polish": "Łukasz Wójcicki",
    "Czech": "Jiří Dvořáček",
    "Slovak": "Ľubomír Hrušovský",
    "Slovene": "Žana Čopič",
    "Croatian": "Đurđica Vučković",
    "Bosnian": "Emir Hadžihasanović",
    "Hungarian": "Szőke Örsike",
    "Romanian": "Ștefăniță Țurcanu",
    "Bulgarian": "Цветелина Йорданова",
    "Ukrainian": "Ганна Їжакевич",
    "Russian": "Фёдор Королёв",
    "Serbian": "Љубица Ђорђевић",
    "Greek": "Ξένια Παπαδοπούλου",
    "Turkish": "Işıl Yıldızoğlu",
    "Azeri": "Əli Məmmədov",
    "Albanian": "Çlirim Përmeti",
    "Maltese": "Ġorġ Żammit",
    "Spanish": "Begoña Núñez Ibáñez",
    "Catalan": "Núria Puigdollers",
    "Basque": "Eñaut Etxeberria",
    "Portuguese": "Conceição Guimarães",
    "Italian": "Niccolò D'Ambrosio",
    "Vietnamese": "Nguyễn Thị Hạnh",
    "Hausa": "Ƙwazo Ɓello",
    "Yoruba": "Ọlábísí Adéṣọlá",
    "Hawaiian": "Kaʻiulani Keōpūolani",
    "Armenian": "Անահիտ Հակոբյան",
    "Georgian": "ნინო ბერიძე",
    "Arabic": "ليلى الحسيني",
    "Persian": "آزاده کریمی",
    "Hebrew": "שירה ברקוביץ",
    "Hindi": "प्रियंका शर्मा",
    "Tamil": "கவிதா சுப்பிரமணியம்",
    "Amharic": "ሰላማዊት ገብረማርያም",
}
WHOLE = {
    "Chinese": "王小明",
    "Japanese": "山田 太郎",
    "Korean": "김 민준",
    "Thai": "สมชาย ใจดี",
    "Khmer": "សុខា ចាន់",
}

Spelling = Callable[[str], str]


def is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(c) for c in name if c.isalpha() and c != "ʻ")


def turned(name: str) -> str:
    """The last name first, with a comma."""
    first, last = name.split()[0], " ".join(name.split()[1:])
    return f"{last}, {first}"


def initialled(name: str) -> str:
    first, *rest = name.split()
    return f"{first[0]}. {' '.join(rest)}" if _has_initial(first) else name


def shortened(name: str) -> str:
    """The first name and the letter of the last: "Zoë M."; in lower case it is one by its full stop."""
    first, last = name.split()[0], name.split()[-1]
    return f"{first} {last[0]}." if _has_initial(last) and last[0] not in "IA" else name


def _has_initial(word: str) -> bool:
    """Of one letter, also where it is spelt out."""
    return word[0].isupper() and len(fold(spelt_out(word[0]))) == 1


def spelt_out(name: str) -> str:
    for letter, others in {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss"}.items():
        name = name.replace(letter, others).replace(letter.upper(), others.capitalize())
    return name


def hidden_between(name: str) -> str:
    return "\u200b".join(name)


SAFE: tuple[Spelling, ...] = (
    str,
    str.lower,
    str.upper,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: unicodedata.normalize("NFC", name),
    lambda name: re.sub(" ", "\n", name),
    lambda name: re.sub(" ", "\u00a0", name),
    lambda name: re.sub(" ", "  ", name),
    lambda name: re.sub(r"^(\S+)", r"*\1*", name),
    lambda name: re.sub(r"(\S+)$", r"_\1_", name),
    lambda name: re.sub(" ", " <@U012ABCDE> ", name, count=1),
    lambda name: re.sub(f"[{APOSTROPHES}]", "’", name),
    lambda name: re.sub(f"[{APOSTROPHES}]", "`", name),
    lambda name: re.sub("-", "‑", name),
    lambda name: re.sub("-", " ", name),
    hidden_between,
)
LATIN: tuple[Spelling, ...] = (fold, lambda name: fold(name).title(), spelt_out)
ORDERS: tuple[Spelling, ...] = (str, turned, initialled, shortened)

BEFORE = ("", "Ask ", "please tell ", "Work with (", "It was “", "1. ", "She wrote: ", "the text by ")
AFTER = ("", ".", ", please", "'s essay", "’s essay", ") today", "”", "!\nIt helped.")


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A name, what stands before it, how it is written, and what stands behind it."""
    name = draw(st.sampled_from(sorted(SPACED.values())))
    typed = draw(st.sampled_from(ORDERS))(name)
    if is_latin(name) and draw(st.booleans()):
        typed = draw(st.sampled_from(LATIN))(typed)
    typed = draw(st.sampled_from(SAFE))(typed)
    return name, draw(st.sampled_from(BEFORE)), typed, draw(st.sampled_from(AFTER))
