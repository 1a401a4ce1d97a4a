#!/usr/bin/env bash
# chasquid 1.11 (Debian 12: chasquid 1.11-2+b2) and flufl.bounce 4.0 (python3-flufl.bounce 4.0-3), GNU Mailman's reader of
# returned mail.
#
# Behaviour: chasquid's notice of one undelivered message names its recipients in X-Failed-Recipients with a comma after
# the last ("bob@example.test, "), and its delivery-status part is of the type for internationalised mail
# (message/global-delivery-status, RFC 6533; addresses of type utf-8) although nothing in the message needs it.
# flufl.bounce knows only message/delivery-status, finds the old Exim field instead, and reports two failed recipients:
# the real one and the empty address. Without that field it finds none at all: to it the notice is no bounce.
#
# Seen (2026-11-29):
#   [X-Failed-Recipients: bob@example.test, ]
#   [Content-Type: message/global-delivery-status]
#   [Final-Recipient: utf-8; bob@example.test]
#   failed for good, by flufl.bounce: ['', 'bob@example.test']
#   without X-Failed-Recipients: []
#
# Needs Debian 12 on amd64, python3 and openssl; no root. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'kill "$(cat "$work/pid" 2>/dev/null)" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root chasquid=1.11-2+b2 python3-flufl.bounce=4.0-3 \
  python3-public python3-zope.interface python3-pkg-resources
for package in *.deb; do dpkg -x "$package" root; done

mkdir -p etc/certs/mail.example.test etc/domains/example.test data
openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=mail.example.test -days 2 \
  -keyout etc/certs/mail.example.test/privkey.pem -out etc/certs/mail.example.test/fullchain.pem 2>/dev/null
# Delivers to everybody but bob, whose mailbox is gone (67: EX_NOUSER).
cat >deliver <<DELIVER
#!/bin/sh
case "\$1" in bob@*) exit 67 ;; esac
cat >"$work/notice.part" && mv "$work/notice.part" "$work/notice"
DELIVER
chmod 755 deliver
cat >etc/chasquid.conf <<CONFIG
hostname: "mail.example.test"
smtp_address: "127.0.0.1:20125"
data_dir: "$work/data"
mail_log_path: "<stderr>"
mail_delivery_agent_bin: "$work/deliver"
mail_delivery_agent_args: "%to%"
CONFIG
for user in alice bob; do
  root/usr/bin/chasquid-util "-C=$work/etc" user-add "$user@example.test" --password=made-up >/dev/null
done
root/usr/bin/chasquid "-config_dir=$work/etc" 2>log &
echo $! >pid
until grep -q "Server listening" log; do sleep 0.2; done

python3 - <<'PYTHON'
import smtplib

with smtplib.SMTP("127.0.0.1", 20125, "client.example.test") as client:
    client.sendmail("alice@example.test", ["bob@example.test"],
        "From: <alice@example.test>\r\nTo: <bob@example.test>\r\nSubject: hello\r\n\r\nHello\r\n")
PYTHON
for _ in $(seq 300); do [ -e notice ] && break || sleep 0.2; done

grep -aE '^(X-Failed-Recipients|Content-Type: message/global|Final-Recipient)' notice | sed 's/.*/[&]/'
PYTHONPATH=root/usr/lib/python3/dist-packages python3 - <<'PYTHON' || { echo "CHANGED"; exit 1; }
import email, sys
from flufl.bounce import all_failures

def failed():
    return sorted(address.decode() for address in all_failures(notice)[1])

notice = email.message_from_binary_file(open("notice", "rb"))
with_field = failed()
print("failed for good, by flufl.bounce:", with_field)
del notice["X-Failed-Recipients"]
without = failed()
print("without X-Failed-Recipients:", without)
sys.exit(0 if with_field == ["", "bob@example.test"] and without == [] else 1)
PYTHON
echo "as described"
