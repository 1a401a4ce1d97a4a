// Every provider there is a note of. A note that is not listed here does not exist (test/repo/provider-notes).

import type { ProviderNote } from "../note.js";
import { note as a1At } from "./a1-at.js";
import { note as amazonSes } from "./amazon-ses.js";
import { note as aol } from "./aol.js";
import { note as att } from "./att.js";
import { note as bluewin } from "./bluewin.js";
import { note as brevo } from "./brevo.js";
import { note as bt } from "./bt.js";
import { note as centurylink } from "./centurylink.js";
import { note as comcast } from "./comcast.js";
import { note as countermail } from "./countermail.js";
import { note as cox } from "./cox.js";
import { note as earthlink } from "./earthlink.js";
import { note as fastmail } from "./fastmail.js";
import { note as firemail } from "./firemail.js";
import { note as forwardEmail } from "./forward-email.js";
import { note as freeFr } from "./free-fr.js";
import { note as freenet } from "./freenet.js";
import { note as gmail } from "./gmail.js";
import { note as gmx } from "./gmx.js";
import { note as godaddy } from "./godaddy.js";
import { note as hey } from "./hey.js";
import { note as icloud } from "./icloud.js";
import { note as inboxLv } from "./inbox-lv.js";
import { note as infomaniak } from "./infomaniak.js";
import { note as interia } from "./interia.js";
import { note as ionos } from "./ionos.js";
import { note as kpn } from "./kpn.js";
import { note as laposte } from "./laposte.js";
import { note as libero } from "./libero.js";
import { note as magentaAt } from "./magenta-at.js";
import { note as mailCom } from "./mail-com.js";
import { note as mailEe } from "./mail-ee.js";
import { note as mailRu } from "./mail-ru.js";
import { note as mailboxOrg } from "./mailbox-org.js";
import { note as mailfence } from "./mailfence.js";
import { note as mailgun } from "./mailgun.js";
import { note as messagingCompany } from "./messaging-company.js";
import { note as microsoft365 } from "./microsoft-365.js";
import { note as namirial } from "./namirial.js";
import { note as nauta } from "./nauta.js";
import { note as naver } from "./naver.js";
import { note as netease } from "./netease.js";
import { note as o2Pl } from "./o2-pl.js";
import { note as okDe } from "./ok-de.js";
import { note as optimum } from "./optimum.js";
import { note as optus } from "./optus.js";
import { note as orangeFr } from "./orange-fr.js";
import { note as outlook } from "./outlook.js";
import { note as plusnet } from "./plusnet.js";
import { note as posteo } from "./posteo.js";
import { note as privateEmail } from "./private-email.js";
import { note as proton } from "./proton.js";
import { note as proximus } from "./proximus.js";
import { note as qq } from "./qq.js";
import { note as rambler } from "./rambler.js";
import { note as rogers } from "./rogers.js";
import { note as sapo } from "./sapo.js";
import { note as seznam } from "./seznam.js";
import { note as sfr } from "./sfr.js";
import { note as shaw } from "./shaw.js";
import { note as sky } from "./sky.js";
import { note as spectrum } from "./spectrum.js";
import { note as startmail } from "./startmail.js";
import { note as tOnline } from "./t-online.js";
import { note as talktalk } from "./talktalk.js";
import { note as telstra } from "./telstra.js";
import { note as thundermail } from "./thundermail.js";
import { note as timIt } from "./tim-it.js";
import { note as tiscaliIt } from "./tiscali-it.js";
import { note as tuta } from "./tuta.js";
import { note as ukrNet } from "./ukr-net.js";
import { note as uol } from "./uol.js";
import { note as verizon } from "./verizon.js";
import { note as virginMedia } from "./virgin-media.js";
import { note as vivaldi } from "./vivaldi.js";
import { note as vk } from "./vk.js";
import { note as vodafoneDe } from "./vodafone-de.js";
import { note as webDe } from "./web-de.js";
import { note as windstream } from "./windstream.js";
import { note as wpPl } from "./wp-pl.js";
import { note as xtra } from "./xtra.js";
import { note as yahoo } from "./yahoo.js";
import { note as yandex } from "./yandex.js";
import { note as ziggo } from "./ziggo.js";
import { note as zoho } from "./zoho.js";

export const notes: readonly ProviderNote[] = [
  a1At,
  amazonSes,
  aol,
  att,
  bluewin,
  brevo,
  bt,
  centurylink,
  comcast,
  countermail,
  cox,
  earthlink,
  fastmail,
  firemail,
  forwardEmail,
  freeFr,
  freenet,
  gmail,
  gmx,
  godaddy,
  hey,
  icloud,
  inboxLv,
  infomaniak,
  interia,
  ionos,
  kpn,
  laposte,
  libero,
  magentaAt,
  mailCom,
  mailEe,
  mailRu,
  mailboxOrg,
  mailfence,
  mailgun,
  messagingCompany,
  microsoft365,
  namirial,
  nauta,
  naver,
  netease,
  o2Pl,
  okDe,
  optimum,
  optus,
  orangeFr,
  outlook,
  plusnet,
  posteo,
  privateEmail,
  proton,
  proximus,
  qq,
  rambler,
  rogers,
  sapo,
  seznam,
  sfr,
  shaw,
  sky,
  spectrum,
  startmail,
  tOnline,
  talktalk,
  telstra,
  thundermail,
  timIt,
  tiscaliIt,
  tuta,
  ukrNet,
  uol,
  verizon,
  virginMedia,
  vivaldi,
  vk,
  vodafoneDe,
  webDe,
  windstream,
  wpPl,
  xtra,
  yahoo,
  yandex,
  ziggo,
  zoho,
];
