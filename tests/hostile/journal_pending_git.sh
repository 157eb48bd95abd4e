# The attacker commits a journal of a fix that was cut short. It puts a configuration of git "back".
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
sum() { printf 'sha256:%s' "$(sha256sum "$1" | cut -d' ' -f1)"; }
# record DIRECTORY TARGET BYTES-BEFORE TEMPORARY
record() {
    mkdir -p "$1"
    printf '%s' "$3" > "$1/0.before"
    mode=$(( 0$(stat -c %a "$2") ))
    time='{"seconds": 1000000, "nanoseconds": 0}'
    cat > "$1/journal.json" <<END
{"format": 1, "entries": [{"path": "$2", "temporary": "$4", "before": "$(sum "$1/0.before")", "after": "$(sum "$2")",
 "attributes": {"mode": $mode, "owner": [$(id -u), $(id -g)], "modified": $time, "accessed": $time, "links": 1}}]}
END
    printf '%032d' 0 > "$1/journal.mac"
}
record "$PWD/.loopmend-fix/pending" "$PWD/.git/config" '[core]
	fsmonitor = touch canary' "$PWD/.git/.loopmend-1"
