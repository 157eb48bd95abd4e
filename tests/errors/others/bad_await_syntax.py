# in: plain-3_12
exec("def f():\n    await g()")
