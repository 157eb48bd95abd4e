# The attacker wants lines of a file outside in the report: a saved run says that what it saw was made or defined there. The
# path leads out by `..`, through a link, or is that of the file.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
ln -s "$SECRET" linked.py
place='{"test": "t", "phase": "call"}'
# finding NUMBER FILE
finding() {
    frame='{"file": "'$2'", "line": 1, "function": "f"}'
    printf '{"rule": "task-leak", "what": "f%s", "frames": [{"file": "%s", "line": 4, "function": "f"}], "defined": %s,' "$1" "$PWD/a.py" "$frame"
    printf ' "born": %s, "noticed": %s, "how": "end", "stack": [%s],' "$place" "$place" "$frame"
    printf ' "related": [{"role": "object", "what": "x", "frames": [%s], "born": %s}]}' "$frame" "$place"
}
cat > run.json <<END
{"format": "loopmend-test", "version": 1, "root": "$PWD", "files": {}, "findings": [
$(finding 1 "$PWD/../secret.txt"),
$(finding 2 "$PWD/linked.py"),
$(finding 3 "$SECRET")]}
END
