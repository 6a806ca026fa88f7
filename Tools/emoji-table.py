#!/usr/bin/env python3
"""Writes Sources/BookPasses/Emoji/EmojiTable.generated.swift: emoji by their shortcodes.

The names are those of emojilib 2.4.0, which node-emoji 2 and so remark-emoji 4 and 5 look up, and after them the names
in lower case that GitHub and others use besides (`thumbsup`), from the package `emoji` of PyPI.

    git clone --branch v2.4.0 https://github.com/muan/emojilib
    pip install emoji==2.16.0
    Tools/emoji-table.py emojilib/emojis.json
"""
import json
import re
import sys

import emoji

HEAD = '''// Written by Tools/emoji-table.py, which says from what. Names and emoji, a pair a line, in the order of the names.

/// See `EmojiNames`.
let emojiTable: StaticString = """
'''

with open(sys.argv[1], encoding="utf-8") as file:
    names = {name: entry["char"] for name, entry in json.load(file).items()}
for char, entry in emoji.EMOJI_DATA.items():
    # Statuses above 2 are sequences that are not fully qualified.
    for alias in entry.get("alias", []) if entry.get("status", 9) <= 2 else []:
        name = alias.strip(":")
        if re.fullmatch(r"[a-z0-9_+-]+", name) and not name.startswith("flag_for_"):
            names.setdefault(name, char)

with open("Sources/BookPasses/Emoji/EmojiTable.generated.swift", "w", encoding="utf-8") as file:
    file.write(HEAD)
    for name in sorted(names, key=lambda name: name.encode()):
        file.write(f"  {name} {names[name]}\n")
    file.write('  """\n')
print(len(names), "names")
