"""Tells in words what came of a run of the OGC's suite.

suite_results.py RESULTS: RESULTS is the XML file of TestNG. Ends with 1 where a test failed, or none
passed.
"""

import collections
import re
import sys
import xml.etree.ElementTree as ElementTree

LONGEST = 300


def tests(results):
    """Each test that ran, with what it was given; not what was made ready for it."""
    for suite_class in results.iter("class"):
        for method in suite_class.iter("test-method"):
            if method.get("is-config") != "true":
                yield suite_class.get("name").rpartition(".")[2], method


def name(suite_class, method):
    given = (subject(value.text or "") for value in method.findall("params/param/value"))
    return f"{suite_class}.{method.get('name')}({', '.join(text for text in given if text)})"


def subject(text):
    """A collection comes as all that is said of it, an API as an object."""
    text = text.strip()
    collection = re.search(r"\bid=([\w-]+)", text)
    if collection:
        return collection[1]
    return "" if re.search(r"@[0-9a-f]+$", text) else text[:60]


def message(method):
    text = method.findtext("exception/message") or method.findtext("exception/full-stacktrace") or ""
    if "depends on not successfully finished methods" in text:
        return "what it builds on did not pass"
    return re.sub(r"\s+", " ", text.strip().removeprefix("org.testng.SkipException: "))[:LONGEST]


def main(file):
    outcomes = collections.Counter()
    skipped = collections.Counter()
    for suite_class, method in tests(ElementTree.parse(file)):
        outcomes[method.get("status")] += 1
        if method.get("status") == "FAIL":
            print(f"FAILED   {name(suite_class, method)}\n         {message(method)}")
        elif method.get("status") == "SKIP":
            # What is skipped for one collection is so for others.
            reason = re.sub(r"'[^']*'", "…", message(method))
            skipped[f"{suite_class}.{method.get('name')}: {reason}"] += 1
    for reason, times in sorted(skipped.items()):
        print(f"skipped  {reason}" + (f" ({times} times)" if times > 1 else ""))
    print(f"{outcomes['PASS']} passed, {outcomes['FAIL']} failed, {outcomes['SKIP']} skipped")
    return 1 if outcomes["FAIL"] or not outcomes["PASS"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
