# in: plain-3_12
import ast

ast.parse("def f(:\n    pass")
