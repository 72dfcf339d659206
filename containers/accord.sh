#!/bin/sh
# What the container calls. "health": does Accord live, over HTTP or with its numbers? Anything else is a command of accord's.
set -eu
umask 077

answers() {
    python -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=2)' "$1" 2>/dev/null
}

case "${1:-run}" in
    health)
        answers "http://127.0.0.1:${ACCORD_HTTP_PORT:-8080}/healthz" \
            || answers "http://127.0.0.1:${ACCORD_METRICS_PORT:-9464}/metrics"
        ;;
    *)
        exec accord "$@"
        ;;
esac
