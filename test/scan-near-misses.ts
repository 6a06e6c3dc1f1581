/** Texts that nearly mean what they look like; each of them was once read wrongly. */
export const nearMisses: readonly string[] = [
  // Behind a container that does not go on, any list can begin.
  "- a\n2. a\n",
  "- a\n* \n",
  "> a\n2. \n",
  "> | a | b |\n2. \n",
  "- > a\n10. \n",
  // A box goes on in the next line.
  "- [x] \n[ ] a\n",
  // The quote mark of the next line counts as a part of what ended before it.
  ">-    ***\n> > a\n",
  "> > - | -\n>    - a\n",
  "> - a\n>\n> b\n",
  // The second mark of a line does not begin a list where the first interrupts a paragraph.
  "- - a\n      - 123456789. a\n",
  // An item looks like the line under a table's header.
  "a\n| a | b |\n- |---|---|\n\n",
  "a\na\n  - |---|---|\na\n",
  "|---|---|\n2. | a | b |\n    |---|---|\n",
  "a\n2. | a | b |\n|---|---|\n",
  "a\n2. |---|---|\n    |---|---|\n    a\n",
  "|\n|-",
  "| a |\n| - |\n|\n",
  // Code without an end takes the empty lines before the next section.
  "* ```\n\n# a\n\n",
  "   - ```\n\n# a\n\n",
  "> ~~~\n   ~~~\n\n# H\n\n",
  "> ```\n  ```\n\n### H\n",
  // A fence in an item, or one at the top that is still open.
  "a\n\n  ```\n     ```\n\n# a\n",
  // Blanks at the end of a link's text, blanks before a break, marks beside tildes.
  "[a ](b) c\n",
  "a *b*  \nc\\\nd \n",
  "~~*a*~~ *~b~* *a ~~b* c~~\n",
  "*a [b* c](d)\n",
  "- [x] `a` b\n- [ ]  b\n- [ ] *c*\n",
  // The backslash that breaks a line stands beside the mark.
  "a *\\\na*em*\n",
  "0@.5h a\n",
  "~~5~~ **~19** *~a~*\n",
  "a\n<!-- b --> c\nd\n\n- <!-- e -->\n<!-- f -->\n",
  "  <!-- b -->\n\n-   <!-- c -->\n   <!-- d -->e\n",
  "| a |\n| - |\n<!-- b -->\n",
  "a <!-- b --> <!--> <!---> c\n",
  "## \n\n# #\n\n1\\. www\\.a.b\n",
];
