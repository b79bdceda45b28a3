import pickle

import one.core
import two.core

for module in one.core, two.core:
    print(module.__name__, module.__spec__.origin)
for question in "helpers", "records", "failures":
    for module in one.core, two.core:
        print(getattr(module, question)())
for module in one.core, two.core:
    error = pickle.loads(pickle.dumps(module.Error("kept")))
    print(type(error) is module.Error, error, pickle.loads(pickle.dumps(module.helpers)) is module.helpers)
