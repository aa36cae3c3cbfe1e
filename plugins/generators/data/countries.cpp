#include "word_lists.hpp"

namespace datagen::generators {

// ISO 3166-1 codes, ISO 4217 currency, ITU E.164 country code.
const std::string_view countries = R"(AR|ARG|Argentina|ARS|54
AU|AUS|Australia|AUD|61
AT|AUT|Austria|EUR|43
BD|BGD|Bangladesh|BDT|880
BE|BEL|Belgium|EUR|32
BO|BOL|Bolivia|BOB|591
BG|BGR|Bulgaria|BGN|359
BR|BRA|Brazil|BRL|55
CA|CAN|Canada|CAD|1
CL|CHL|Chile|CLP|56
CN|CHN|China|CNY|86
CO|COL|Colombia|COP|57
CR|CRI|Costa Rica|CRC|506
HR|HRV|Croatia|EUR|385
CY|CYP|Cyprus|EUR|357
CZ|CZE|Czechia|CZK|420
DK|DNK|Denmark|DKK|45
EC|ECU|Ecuador|USD|593
EG|EGY|Egypt|EGP|20
EE|EST|Estonia|EUR|372
ET|ETH|Ethiopia|ETB|251
FI|FIN|Finland|EUR|358
FR|FRA|France|EUR|33
DE|DEU|Germany|EUR|49
GH|GHA|Ghana|GHS|233
GR|GRC|Greece|EUR|30
HU|HUN|Hungary|HUF|36
IS|ISL|Iceland|ISK|354
IN|IND|India|INR|91
ID|IDN|Indonesia|IDR|62
IE|IRL|Ireland|EUR|353
IL|ISR|Israel|ILS|972
IT|ITA|Italy|EUR|39
JP|JPN|Japan|JPY|81
JO|JOR|Jordan|JOD|962
KZ|KAZ|Kazakhstan|KZT|7
KE|KEN|Kenya|KES|254
KW|KWT|Kuwait|KWD|965
LV|LVA|Latvia|EUR|371
LT|LTU|Lithuania|EUR|370
LU|LUX|Luxembourg|EUR|352
MY|MYS|Malaysia|MYR|60
MT|MLT|Malta|EUR|356
MX|MEX|Mexico|MXN|52
MA|MAR|Morocco|MAD|212
NP|NPL|Nepal|NPR|977
NL|NLD|Netherlands|EUR|31
NZ|NZL|New Zealand|NZD|64
NG|NGA|Nigeria|NGN|234
NO|NOR|Norway|NOK|47
PK|PAK|Pakistan|PKR|92
PA|PAN|Panama|PAB|507
PY|PRY|Paraguay|PYG|595
PE|PER|Peru|PEN|51
PH|PHL|Philippines|PHP|63
PL|POL|Poland|PLN|48
PT|PRT|Portugal|EUR|351
QA|QAT|Qatar|QAR|974
RO|ROU|Romania|RON|40
SA|SAU|Saudi Arabia|SAR|966
SN|SEN|Senegal|XOF|221
RS|SRB|Serbia|RSD|381
SG|SGP|Singapore|SGD|65
SK|SVK|Slovakia|EUR|421
SI|SVN|Slovenia|EUR|386
ZA|ZAF|South Africa|ZAR|27
KR|KOR|South Korea|KRW|82
ES|ESP|Spain|EUR|34
LK|LKA|Sri Lanka|LKR|94
SE|SWE|Sweden|SEK|46
CH|CHE|Switzerland|CHF|41
TW|TWN|Taiwan|TWD|886
TZ|TZA|Tanzania|TZS|255
TH|THA|Thailand|THB|66
TN|TUN|Tunisia|TND|216
TR|TUR|Türkiye|TRY|90
UG|UGA|Uganda|UGX|256
UA|UKR|Ukraine|UAH|380
AE|ARE|United Arab Emirates|AED|971
GB|GBR|United Kingdom|GBP|44
US|USA|United States|USD|1
UY|URY|Uruguay|UYU|598
VN|VNM|Vietnam|VND|84
ZM|ZMB|Zambia|ZMW|260
ZW|ZWE|Zimbabwe|USD|263)";

const std::string_view currencies = R"(
AED:UAE Dirham, ARS:Argentine Peso, AUD:Australian Dollar, BDT:Taka, BGN:Bulgarian Lev, BOB:Boliviano, BRL:Brazilian Real,
CAD:Canadian Dollar, CHF:Swiss Franc, CLP:Chilean Peso, CNY:Yuan Renminbi, COP:Colombian Peso, CRC:Costa Rican Colon,
CZK:Czech Koruna, DKK:Danish Krone, EGP:Egyptian Pound, ETB:Ethiopian Birr, EUR:Euro, GBP:Pound Sterling, GHS:Ghana Cedi,
HKD:Hong Kong Dollar, HUF:Forint, IDR:Rupiah, ILS:New Israeli Sheqel, INR:Indian Rupee, ISK:Iceland Krona, JOD:Jordanian Dinar,
JPY:Yen, KES:Kenyan Shilling, KRW:Won, KWD:Kuwaiti Dinar, KZT:Tenge, LKR:Sri Lanka Rupee, MAD:Moroccan Dirham,
MXN:Mexican Peso, MYR:Malaysian Ringgit, NGN:Naira, NOK:Norwegian Krone, NPR:Nepalese Rupee, NZD:New Zealand Dollar,
PAB:Balboa, PEN:Sol, PHP:Philippine Peso, PKR:Pakistan Rupee, PLN:Zloty, PYG:Guarani, QAR:Qatari Rial, RON:Romanian Leu,
RSD:Serbian Dinar, SAR:Saudi Riyal, SEK:Swedish Krona, SGD:Singapore Dollar, THB:Baht, TND:Tunisian Dinar, TRY:Turkish Lira,
TWD:New Taiwan Dollar, TZS:Tanzanian Shilling, UAH:Hryvnia, UGX:Uganda Shilling, USD:US Dollar, UYU:Peso Uruguayo, VND:Dong,
XOF:CFA Franc BCEAO, ZAR:Rand, ZMW:Zambian Kwacha)";

const std::string_view time_zones = R"(
Africa/Abidjan, Africa/Accra, Africa/Addis_Ababa, Africa/Algiers, Africa/Cairo, Africa/Casablanca, Africa/Dar_es_Salaam,
Africa/Harare, Africa/Johannesburg, Africa/Kampala, Africa/Lagos, Africa/Lusaka, Africa/Nairobi, Africa/Tunis,
America/Anchorage, America/Argentina/Buenos_Aires, America/Asuncion, America/Bogota, America/Caracas, America/Chicago,
America/Costa_Rica, America/Denver, America/Detroit, America/Edmonton, America/Guayaquil, America/Halifax, America/Havana,
America/Indiana/Indianapolis, America/Kentucky/Louisville, America/La_Paz, America/Lima, America/Los_Angeles,
America/Mexico_City, America/Montevideo, America/New_York, America/Panama, America/Phoenix, America/Puerto_Rico,
America/Regina, America/Santiago, America/Sao_Paulo, America/St_Johns, America/Toronto, America/Vancouver, America/Winnipeg,
Asia/Almaty, Asia/Amman, Asia/Baghdad, Asia/Bangkok, Asia/Colombo, Asia/Dhaka, Asia/Dubai, Asia/Ho_Chi_Minh, Asia/Hong_Kong,
Asia/Jakarta, Asia/Jerusalem, Asia/Karachi, Asia/Kathmandu, Asia/Kolkata, Asia/Kuala_Lumpur, Asia/Kuwait, Asia/Manila,
Asia/Qatar, Asia/Riyadh, Asia/Seoul, Asia/Shanghai, Asia/Singapore, Asia/Taipei, Asia/Tashkent, Asia/Tehran, Asia/Tokyo,
Asia/Ulaanbaatar, Atlantic/Azores, Atlantic/Reykjavik, Australia/Adelaide, Australia/Brisbane, Australia/Darwin,
Australia/Hobart, Australia/Melbourne, Australia/Perth, Australia/Sydney, Europe/Amsterdam, Europe/Athens, Europe/Belgrade,
Europe/Berlin, Europe/Bratislava, Europe/Brussels, Europe/Bucharest, Europe/Budapest, Europe/Copenhagen, Europe/Dublin,
Europe/Helsinki, Europe/Istanbul, Europe/Kyiv, Europe/Lisbon, Europe/Ljubljana, Europe/London, Europe/Luxembourg,
Europe/Madrid, Europe/Malta, Europe/Oslo, Europe/Paris, Europe/Prague, Europe/Riga, Europe/Rome, Europe/Sofia,
Europe/Stockholm, Europe/Tallinn, Europe/Vienna, Europe/Vilnius, Europe/Warsaw, Europe/Zagreb, Europe/Zurich,
Pacific/Auckland, Pacific/Fiji, Pacific/Guam, Pacific/Honolulu, UTC)";

const std::string_view mime_types = R"(
application/pdf:pdf, application/json:json, application/xml:xml, application/zip:zip, application/gzip:gz,
application/msword:doc, application/vnd.openxmlformats-officedocument.wordprocessingml.document:docx,
application/vnd.ms-excel:xls, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet:xlsx,
application/vnd.ms-powerpoint:ppt, application/vnd.openxmlformats-officedocument.presentationml.presentation:pptx,
application/rtf:rtf, application/epub+zip:epub, application/octet-stream:bin, audio/mpeg:mp3, audio/ogg:ogg, audio/wav:wav,
audio/flac:flac, image/jpeg:jpg, image/png:png, image/gif:gif, image/svg+xml:svg, image/webp:webp, image/tiff:tiff,
image/bmp:bmp, text/plain:txt, text/html:html, text/css:css, text/csv:csv, text/markdown:md, text/calendar:ics,
text/javascript:js, video/mp4:mp4, video/webm:webm, video/mpeg:mpeg, video/quicktime:mov)";

const std::string_view user_agents = R"(
Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36
Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36
Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Safari/537.36 Edg/122.0.0.0
Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:122.0) Gecko/20100101 Firefox/122.0
Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:123.0) Gecko/20100101 Firefox/123.0
Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36
Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Safari/605.1.15
Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.3 Safari/605.1.15
Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:123.0) Gecko/20100101 Firefox/123.0
Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36
Mozilla/5.0 (X11; Linux x86_64; rv:122.0) Gecko/20100101 Firefox/122.0
Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:123.0) Gecko/20100101 Firefox/123.0
Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1
Mozilla/5.0 (iPhone; CPU iPhone OS 17_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/121.0.6167.138 Mobile/15E148 Safari/604.1
Mozilla/5.0 (iPad; CPU OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1
Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Mobile Safari/537.36
Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/122.0.0.0 Mobile Safari/537.36
Mozilla/5.0 (Linux; Android 13; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36
Mozilla/5.0 (Linux; Android 12; SM-A525F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36
Mozilla/5.0 (Android 13; Mobile; rv:122.0) Gecko/122.0 Firefox/122.0
curl/8.5.0
Wget/1.21.4
python-requests/2.31.0)";

}  // namespace datagen::generators
