#!/usr/bin/env bash
# Mail::DeliveryStatus::BounceParser 1.543 (Debian 12: libmail-deliverystatus-bounceparser-perl 1.543+repacked-1).
#
# Behaviour: a notice about several recipients is no bounce to it as soon as one of them is delivered or only delayed,
# although RFC 3464 (2.3) has one block of fields for each recipient and mixed notices are usual. Whether the failure of
# the others is told at all hangs on the order of the blocks: reading stops at the first block that is no failure, and what
# comes after it is gone; what came before is listed, but is_bounce still says 0. Nothing in RFC 3464 orders the blocks.
#
# Seen (2026-11-29):
#   failed: is_bounce=1 reports=[bob@onward.test]
#   failed, delivered: is_bounce=0 reports=[bob@onward.test]
#   delivered, failed: is_bounce=0 reports=[]
#   delayed, failed: is_bounce=0 reports=[]
#
# Needs Debian 12 and its perl; no root. Exit 0: as seen. Exit 1: changed.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq -o APT::Sandbox::User=root libmail-deliverystatus-bounceparser-perl=1.543+repacked-1 \
  libmime-tools-perl=5.510-1 libmailtools-perl=2.21-2 libtimedate-perl=2.3300-2
for package in *.deb; do dpkg -x "$package" root; done

cat >read.pl <<'PERL'
use strict;
use warnings;
use Mail::DeliveryStatus::BounceParser;

my %block = (
  failed    => "bob\@onward.test\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n",
  delivered => "ann\@onward.test\nAction: delivered\nStatus: 2.0.0\nDiagnostic-Code: smtp; 250 2.0.0 Ok\n",
  delayed   => "ann\@onward.test\nAction: delayed\nStatus: 4.7.1\nDiagnostic-Code: smtp; 451 4.7.1 Greylisted\n",
);
for my $actions (["failed"], ["failed", "delivered"], ["delivered", "failed"], ["delayed", "failed"]) {
  my $status = join "\n", "Reporting-MTA: dns; mail.example.test\n", map {"Final-Recipient: rfc822; $block{$_}"} @$actions;
  my $bounce = Mail::DeliveryStatus::BounceParser->new(<<"NOTICE");
From: Mail Delivery System <MAILER-DAEMON\@mail.example.test>
To: alice\@example.test
Subject: Delivery Status Notification
Date: Sat, 28 Nov 2026 13:06:08 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This is what became of your message.

--b
Content-Type: message/delivery-status

$status
--b
Content-Type: text/rfc822-headers

From: alice\@example.test
To: ann\@onward.test, bob\@onward.test
Message-ID: <1\@example.test>

--b--
NOTICE
  printf "%s: is_bounce=%d reports=[%s]\n", join(", ", @$actions), $bounce->is_bounce,
    join " ", map { $_->get("email") } $bounce->reports;
}
PERL
perl -Iroot/usr/share/perl5 read.pl | tee told
cmp -s told - <<'TOLD' || { echo "CHANGED"; exit 1; }
failed: is_bounce=1 reports=[bob@onward.test]
failed, delivered: is_bounce=0 reports=[bob@onward.test]
delivered, failed: is_bounce=0 reports=[]
delayed, failed: is_bounce=0 reports=[]
TOLD
echo "as described"
