"""What a public validator says about documents: JSON on standard input, {"schema", "documents"}; on standard output a
list with null for each document that is valid, else the place and message of its first fault.  Fails where the schema
is none."""
import json
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

given = json.load(sys.stdin)
Draft202012Validator.check_schema(given["schema"])
validator = Draft202012Validator(given["schema"])


def first_fault(document):
    fault = best_match(validator.iter_errors(document))
    return None if fault is None else f"{fault.json_path}: {fault.message[:200]}"


json.dump([first_fault(document) for document in given["documents"]], sys.stdout)
