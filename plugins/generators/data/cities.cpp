#include "word_lists.hpp"

namespace datagen::generators {

// In postal patterns # is a digit and @ a capital letter.
const std::string_view cities = R"(New York|New York|NY|US|100##|40.71|-74.01|America/New_York
Buffalo|New York|NY|US|142##|42.89|-78.88|America/New_York
Rochester|New York|NY|US|146##|43.16|-77.61|America/New_York
Syracuse|New York|NY|US|132##|43.05|-76.15|America/New_York
Albany|New York|NY|US|122##|42.65|-73.76|America/New_York
Los Angeles|California|CA|US|900##|34.05|-118.24|America/Los_Angeles
San Diego|California|CA|US|921##|32.72|-117.16|America/Los_Angeles
San Jose|California|CA|US|951##|37.34|-121.89|America/Los_Angeles
San Francisco|California|CA|US|941##|37.77|-122.42|America/Los_Angeles
Sacramento|California|CA|US|958##|38.58|-121.49|America/Los_Angeles
Fresno|California|CA|US|937##|36.74|-119.78|America/Los_Angeles
Oakland|California|CA|US|946##|37.80|-122.27|America/Los_Angeles
Long Beach|California|CA|US|908##|33.77|-118.19|America/Los_Angeles
Bakersfield|California|CA|US|933##|35.37|-119.02|America/Los_Angeles
Anaheim|California|CA|US|928##|33.84|-117.91|America/Los_Angeles
Chicago|Illinois|IL|US|606##|41.88|-87.63|America/Chicago
Peoria|Illinois|IL|US|616##|40.69|-89.59|America/Chicago
Rockford|Illinois|IL|US|611##|42.27|-89.09|America/Chicago
Houston|Texas|TX|US|770##|29.76|-95.37|America/Chicago
San Antonio|Texas|TX|US|782##|29.42|-98.49|America/Chicago
Dallas|Texas|TX|US|752##|32.78|-96.80|America/Chicago
Austin|Texas|TX|US|787##|30.27|-97.74|America/Chicago
Fort Worth|Texas|TX|US|761##|32.76|-97.33|America/Chicago
Lubbock|Texas|TX|US|794##|33.58|-101.86|America/Chicago
Corpus Christi|Texas|TX|US|784##|27.80|-97.40|America/Chicago
Phoenix|Arizona|AZ|US|850##|33.45|-112.07|America/Phoenix
Tucson|Arizona|AZ|US|857##|32.22|-110.97|America/Phoenix
Flagstaff|Arizona|AZ|US|860##|35.20|-111.65|America/Phoenix
Philadelphia|Pennsylvania|PA|US|191##|39.95|-75.17|America/New_York
Pittsburgh|Pennsylvania|PA|US|152##|40.44|-80.00|America/New_York
Harrisburg|Pennsylvania|PA|US|171##|40.27|-76.88|America/New_York
Jacksonville|Florida|FL|US|322##|30.33|-81.66|America/New_York
Miami|Florida|FL|US|331##|25.76|-80.19|America/New_York
Tampa|Florida|FL|US|336##|27.95|-82.46|America/New_York
Orlando|Florida|FL|US|328##|28.54|-81.38|America/New_York
Tallahassee|Florida|FL|US|323##|30.44|-84.28|America/New_York
Columbus|Ohio|OH|US|432##|39.96|-83.00|America/New_York
Cleveland|Ohio|OH|US|441##|41.50|-81.69|America/New_York
Cincinnati|Ohio|OH|US|452##|39.10|-84.51|America/New_York
Toledo|Ohio|OH|US|436##|41.65|-83.54|America/New_York
Dayton|Ohio|OH|US|454##|39.76|-84.19|America/New_York
Indianapolis|Indiana|IN|US|462##|39.77|-86.16|America/Indiana/Indianapolis
Fort Wayne|Indiana|IN|US|468##|41.08|-85.14|America/Indiana/Indianapolis
Evansville|Indiana|IN|US|477##|37.97|-87.57|America/Chicago
Charlotte|North Carolina|NC|US|282##|35.23|-80.84|America/New_York
Raleigh|North Carolina|NC|US|276##|35.78|-78.64|America/New_York
Durham|North Carolina|NC|US|277##|35.99|-78.90|America/New_York
Asheville|North Carolina|NC|US|288##|35.60|-82.55|America/New_York
Seattle|Washington|WA|US|981##|47.61|-122.33|America/Los_Angeles
Spokane|Washington|WA|US|992##|47.66|-117.43|America/Los_Angeles
Tacoma|Washington|WA|US|984##|47.25|-122.44|America/Los_Angeles
Denver|Colorado|CO|US|802##|39.74|-104.99|America/Denver
Boulder|Colorado|CO|US|803##|40.01|-105.27|America/Denver
Colorado Springs|Colorado|CO|US|809##|38.83|-104.82|America/Denver
Boston|Massachusetts|MA|US|021##|42.36|-71.06|America/New_York
Worcester|Massachusetts|MA|US|016##|42.26|-71.80|America/New_York
Detroit|Michigan|MI|US|482##|42.33|-83.05|America/Detroit
Grand Rapids|Michigan|MI|US|495##|42.96|-85.67|America/Detroit
Lansing|Michigan|MI|US|489##|42.73|-84.56|America/Detroit
Nashville|Tennessee|TN|US|372##|36.16|-86.78|America/Chicago
Memphis|Tennessee|TN|US|381##|35.15|-90.05|America/Chicago
Knoxville|Tennessee|TN|US|379##|35.96|-83.92|America/New_York
Portland|Oregon|OR|US|972##|45.52|-122.68|America/Los_Angeles
Eugene|Oregon|OR|US|974##|44.05|-123.09|America/Los_Angeles
Salem|Oregon|OR|US|973##|44.94|-123.04|America/Los_Angeles
Oklahoma City|Oklahoma|OK|US|731##|35.47|-97.52|America/Chicago
Tulsa|Oklahoma|OK|US|741##|36.15|-95.99|America/Chicago
Las Vegas|Nevada|NV|US|891##|36.17|-115.14|America/Los_Angeles
Reno|Nevada|NV|US|895##|39.53|-119.81|America/Los_Angeles
Louisville|Kentucky|KY|US|402##|38.25|-85.76|America/Kentucky/Louisville
Lexington|Kentucky|KY|US|405##|38.04|-84.50|America/New_York
Baltimore|Maryland|MD|US|212##|39.29|-76.61|America/New_York
Annapolis|Maryland|MD|US|214##|38.98|-76.49|America/New_York
Milwaukee|Wisconsin|WI|US|532##|43.04|-87.91|America/Chicago
Madison|Wisconsin|WI|US|537##|43.07|-89.40|America/Chicago
Green Bay|Wisconsin|WI|US|543##|44.51|-88.01|America/Chicago
Albuquerque|New Mexico|NM|US|871##|35.08|-106.65|America/Denver
Santa Fe|New Mexico|NM|US|875##|35.69|-105.94|America/Denver
Kansas City|Missouri|MO|US|641##|39.10|-94.58|America/Chicago
St. Louis|Missouri|MO|US|631##|38.63|-90.20|America/Chicago
Atlanta|Georgia|GA|US|303##|33.75|-84.39|America/New_York
Savannah|Georgia|GA|US|314##|32.08|-81.09|America/New_York
Omaha|Nebraska|NE|US|681##|41.26|-95.93|America/Chicago
Lincoln|Nebraska|NE|US|685##|40.81|-96.68|America/Chicago
Minneapolis|Minnesota|MN|US|554##|44.98|-93.27|America/Chicago
St. Paul|Minnesota|MN|US|551##|44.95|-93.09|America/Chicago
Duluth|Minnesota|MN|US|558##|46.79|-92.10|America/Chicago
New Orleans|Louisiana|LA|US|701##|29.95|-90.07|America/Chicago
Baton Rouge|Louisiana|LA|US|708##|30.45|-91.19|America/Chicago
Wichita|Kansas|KS|US|672##|37.69|-97.34|America/Chicago
Topeka|Kansas|KS|US|666##|39.05|-95.68|America/Chicago
Honolulu|Hawaii|HI|US|968##|21.31|-157.86|Pacific/Honolulu
Anchorage|Alaska|AK|US|995##|61.22|-149.90|America/Anchorage
Virginia Beach|Virginia|VA|US|234##|36.85|-75.98|America/New_York
Richmond|Virginia|VA|US|232##|37.54|-77.44|America/New_York
Norfolk|Virginia|VA|US|235##|36.85|-76.29|America/New_York
Charleston|South Carolina|SC|US|294##|32.78|-79.93|America/New_York
Greenville|South Carolina|SC|US|296##|34.85|-82.40|America/New_York
Birmingham|Alabama|AL|US|352##|33.52|-86.80|America/Chicago
Mobile|Alabama|AL|US|366##|30.69|-88.04|America/Chicago
Huntsville|Alabama|AL|US|358##|34.73|-86.59|America/Chicago
Jackson|Mississippi|MS|US|392##|32.30|-90.18|America/Chicago
Little Rock|Arkansas|AR|US|722##|34.75|-92.29|America/Chicago
Salt Lake City|Utah|UT|US|841##|40.76|-111.89|America/Denver
Provo|Utah|UT|US|846##|40.23|-111.66|America/Denver
Boise|Idaho|ID|US|837##|43.62|-116.20|America/Denver
Des Moines|Iowa|IA|US|503##|41.59|-93.62|America/Chicago
Cedar Rapids|Iowa|IA|US|524##|41.98|-91.67|America/Chicago
Hartford|Connecticut|CT|US|061##|41.76|-72.67|America/New_York
New Haven|Connecticut|CT|US|065##|41.31|-72.92|America/New_York
Providence|Rhode Island|RI|US|029##|41.82|-71.41|America/New_York
Newark|New Jersey|NJ|US|071##|40.74|-74.17|America/New_York
Jersey City|New Jersey|NJ|US|073##|40.73|-74.08|America/New_York
Trenton|New Jersey|NJ|US|086##|40.22|-74.77|America/New_York
Wilmington|Delaware|DE|US|198##|39.74|-75.55|America/New_York
Burlington|Vermont|VT|US|054##|44.48|-73.21|America/New_York
Manchester|New Hampshire|NH|US|031##|42.99|-71.45|America/New_York
Bangor|Maine|ME|US|044##|44.80|-68.78|America/New_York
Billings|Montana|MT|US|591##|45.78|-108.50|America/Denver
Fargo|North Dakota|ND|US|581##|46.88|-96.79|America/Chicago
Sioux Falls|South Dakota|SD|US|571##|43.55|-96.70|America/Chicago
Cheyenne|Wyoming|WY|US|820##|41.14|-104.82|America/Denver
Morgantown|West Virginia|WV|US|265##|39.63|-79.96|America/New_York
Toronto|Ontario|ON|CA|M5@ #@#|43.65|-79.38|America/Toronto
Ottawa|Ontario|ON|CA|K1@ #@#|45.42|-75.70|America/Toronto
Hamilton|Ontario|ON|CA|L8@ #@#|43.26|-79.87|America/Toronto
Montreal|Quebec|QC|CA|H2@ #@#|45.50|-73.57|America/Toronto
Quebec City|Quebec|QC|CA|G1@ #@#|46.81|-71.21|America/Toronto
Vancouver|British Columbia|BC|CA|V6@ #@#|49.28|-123.12|America/Vancouver
Victoria|British Columbia|BC|CA|V8@ #@#|48.43|-123.37|America/Vancouver
Calgary|Alberta|AB|CA|T2@ #@#|51.05|-114.07|America/Edmonton
Edmonton|Alberta|AB|CA|T5@ #@#|53.55|-113.49|America/Edmonton
Winnipeg|Manitoba|MB|CA|R3@ #@#|49.90|-97.14|America/Winnipeg
Regina|Saskatchewan|SK|CA|S4@ #@#|50.45|-104.62|America/Regina
Halifax|Nova Scotia|NS|CA|B3@ #@#|44.65|-63.58|America/Halifax
London|England|ENG|GB|SW# #@@|51.51|-0.13|Europe/London
Leeds|England|ENG|GB|LS# #@@|53.80|-1.55|Europe/London
Sheffield|England|ENG|GB|S# #@@|53.38|-1.47|Europe/London
Bristol|England|ENG|GB|BS# #@@|51.45|-2.59|Europe/London
Liverpool|England|ENG|GB|L# #@@|53.41|-2.98|Europe/London
Oxford|England|ENG|GB|OX# #@@|51.75|-1.26|Europe/London
Cambridge|England|ENG|GB|CB# #@@|52.21|0.12|Europe/London
York|England|ENG|GB|YO# #@@|53.96|-1.08|Europe/London
Edinburgh|Scotland|SCT|GB|EH# #@@|55.95|-3.19|Europe/London
Glasgow|Scotland|SCT|GB|G# #@@|55.86|-4.25|Europe/London
Aberdeen|Scotland|SCT|GB|AB# #@@|57.15|-2.09|Europe/London
Cardiff|Wales|WLS|GB|CF# #@@|51.48|-3.18|Europe/London
Swansea|Wales|WLS|GB|SA# #@@|51.62|-3.94|Europe/London
Belfast|Northern Ireland|NIR|GB|BT# #@@|54.60|-5.93|Europe/London
Dublin|Leinster|L|IE|D## @#@#|53.35|-6.26|Europe/Dublin
Cork|Munster|M|IE|T## @#@#|51.90|-8.47|Europe/Dublin
Berlin|Berlin|BE|DE|10###|52.52|13.41|Europe/Berlin
Hamburg|Hamburg|HH|DE|20###|53.55|9.99|Europe/Berlin
Munich|Bavaria|BY|DE|80###|48.14|11.58|Europe/Berlin
Nuremberg|Bavaria|BY|DE|90###|49.45|11.08|Europe/Berlin
Cologne|North Rhine-Westphalia|NW|DE|50###|50.94|6.96|Europe/Berlin
Düsseldorf|North Rhine-Westphalia|NW|DE|40###|51.23|6.78|Europe/Berlin
Frankfurt|Hesse|HE|DE|60###|50.11|8.68|Europe/Berlin
Stuttgart|Baden-Württemberg|BW|DE|70###|48.78|9.18|Europe/Berlin
Leipzig|Saxony|SN|DE|04###|51.34|12.37|Europe/Berlin
Dresden|Saxony|SN|DE|01###|51.05|13.74|Europe/Berlin
Hanover|Lower Saxony|NI|DE|30###|52.37|9.73|Europe/Berlin
Bremen|Bremen|HB|DE|28###|53.08|8.80|Europe/Berlin
Paris|Île-de-France|IDF|FR|750##|48.86|2.35|Europe/Paris
Lyon|Auvergne-Rhône-Alpes|ARA|FR|690##|45.76|4.84|Europe/Paris
Grenoble|Auvergne-Rhône-Alpes|ARA|FR|380##|45.19|5.72|Europe/Paris
Marseille|Provence-Alpes-Côte d'Azur|PAC|FR|130##|43.30|5.37|Europe/Paris
Nice|Provence-Alpes-Côte d'Azur|PAC|FR|060##|43.70|7.27|Europe/Paris
Toulouse|Occitanie|OCC|FR|310##|43.60|1.44|Europe/Paris
Montpellier|Occitanie|OCC|FR|340##|43.61|3.88|Europe/Paris
Bordeaux|Nouvelle-Aquitaine|NAQ|FR|330##|44.84|-0.58|Europe/Paris
Lille|Hauts-de-France|HDF|FR|590##|50.63|3.06|Europe/Paris
Nantes|Pays de la Loire|PDL|FR|440##|47.22|-1.55|Europe/Paris
Strasbourg|Grand Est|GES|FR|670##|48.57|7.75|Europe/Paris
Rennes|Brittany|BRE|FR|350##|48.11|-1.68|Europe/Paris
Madrid|Community of Madrid|MD|ES|280##|40.42|-3.70|Europe/Madrid
Barcelona|Catalonia|CT|ES|080##|41.39|2.17|Europe/Madrid
Valencia|Valencian Community|VC|ES|460##|39.47|-0.38|Europe/Madrid
Seville|Andalusia|AN|ES|410##|37.39|-5.98|Europe/Madrid
Málaga|Andalusia|AN|ES|290##|36.72|-4.42|Europe/Madrid
Bilbao|Basque Country|PV|ES|480##|43.26|-2.93|Europe/Madrid
Zaragoza|Aragon|AR|ES|500##|41.65|-0.89|Europe/Madrid
Lisbon|Lisbon|11|PT|1###-###|38.72|-9.14|Europe/Lisbon
Porto|Porto|13|PT|4###-###|41.15|-8.61|Europe/Lisbon
Rome|Lazio|62|IT|001##|41.90|12.50|Europe/Rome
Milan|Lombardy|25|IT|201##|45.46|9.19|Europe/Rome
Turin|Piedmont|21|IT|101##|45.07|7.69|Europe/Rome
Naples|Campania|72|IT|801##|40.85|14.27|Europe/Rome
Florence|Tuscany|52|IT|501##|43.77|11.26|Europe/Rome
Bologna|Emilia-Romagna|45|IT|401##|44.49|11.34|Europe/Rome
Venice|Veneto|34|IT|301##|45.44|12.32|Europe/Rome
Palermo|Sicily|82|IT|901##|38.12|13.36|Europe/Rome
Amsterdam|North Holland|NH|NL|10## @@|52.37|4.90|Europe/Amsterdam
Rotterdam|South Holland|ZH|NL|30## @@|51.92|4.48|Europe/Amsterdam
The Hague|South Holland|ZH|NL|25## @@|52.07|4.30|Europe/Amsterdam
Utrecht|Utrecht|UT|NL|35## @@|52.09|5.12|Europe/Amsterdam
Eindhoven|North Brabant|NB|NL|56## @@|51.44|5.47|Europe/Amsterdam
Brussels|Brussels-Capital|BRU|BE|10##|50.85|4.35|Europe/Brussels
Antwerp|Antwerp|VAN|BE|20##|51.22|4.40|Europe/Brussels
Ghent|East Flanders|VOV|BE|90##|51.05|3.72|Europe/Brussels
Zürich|Zürich|ZH|CH|80##|47.37|8.54|Europe/Zurich
Geneva|Geneva|GE|CH|12##|46.20|6.14|Europe/Zurich
Bern|Bern|BE|CH|30##|46.95|7.45|Europe/Zurich
Basel|Basel-Stadt|BS|CH|40##|47.56|7.59|Europe/Zurich
Vienna|Vienna|9|AT|10##|48.21|16.37|Europe/Vienna
Graz|Styria|6|AT|80##|47.07|15.44|Europe/Vienna
Salzburg|Salzburg|5|AT|50##|47.81|13.04|Europe/Vienna
Stockholm|Stockholm County|AB|SE|11# ##|59.33|18.07|Europe/Stockholm
Gothenburg|Västra Götaland|O|SE|41# ##|57.71|11.97|Europe/Stockholm
Malmö|Skåne|M|SE|21# ##|55.60|13.00|Europe/Stockholm
Oslo|Oslo|03|NO|01##|59.91|10.75|Europe/Oslo
Bergen|Vestland|46|NO|50##|60.39|5.32|Europe/Oslo
Copenhagen|Capital Region|84|DK|21##|55.68|12.57|Europe/Copenhagen
Aarhus|Central Denmark|82|DK|80##|56.16|10.20|Europe/Copenhagen
Helsinki|Uusimaa|18|FI|001##|60.17|24.94|Europe/Helsinki
Tampere|Pirkanmaa|11|FI|331##|61.50|23.76|Europe/Helsinki
Reykjavík|Capital Region of Iceland|1|IS|10#|64.15|-21.94|Atlantic/Reykjavik
Warsaw|Masovia|14|PL|00-###|52.23|21.01|Europe/Warsaw
Kraków|Lesser Poland|12|PL|30-###|50.06|19.94|Europe/Warsaw
Gdańsk|Pomerania|22|PL|80-###|54.35|18.65|Europe/Warsaw
Wrocław|Lower Silesia|02|PL|50-###|51.11|17.04|Europe/Warsaw
Prague|Prague|10|CZ|110 ##|50.08|14.44|Europe/Prague
Brno|South Moravia|64|CZ|602 ##|49.20|16.61|Europe/Prague
Bratislava|Bratislava|BL|SK|811 ##|48.15|17.11|Europe/Bratislava
Budapest|Central Hungary|BU|HU|10##|47.50|19.04|Europe/Budapest
Bucharest|Bucharest|B|RO|01####|44.43|26.10|Europe/Bucharest
Cluj-Napoca|Cluj|CJ|RO|40####|46.77|23.60|Europe/Bucharest
Sofia|Sofia|22|BG|10##|42.70|23.32|Europe/Sofia
Athens|Attica|I|GR|10# ##|37.98|23.73|Europe/Athens
Thessaloniki|Central Macedonia|B|GR|54# ##|40.64|22.94|Europe/Athens
Zagreb|City of Zagreb|21|HR|100##|45.81|15.98|Europe/Zagreb
Ljubljana|Central Slovenia|061|SI|10##|46.06|14.51|Europe/Ljubljana
Belgrade|City of Belgrade|00|RS|110##|44.79|20.45|Europe/Belgrade
Kyiv|Kyiv City|30|UA|01###|50.45|30.52|Europe/Kyiv
Lviv|Lviv Oblast|46|UA|79###|49.84|24.03|Europe/Kyiv
Istanbul|Istanbul Province|34|TR|34###|41.01|28.98|Europe/Istanbul
Ankara|Ankara Province|06|TR|06###|39.93|32.86|Europe/Istanbul
Vilnius|Vilnius County|VL|LT|01###|54.69|25.28|Europe/Vilnius
Tallinn|Harju County|37|EE|10###|59.44|24.75|Europe/Tallinn
Tokyo|Tokyo Metropolis|13|JP|10#-####|35.68|139.69|Asia/Tokyo
Osaka|Osaka Prefecture|27|JP|53#-####|34.69|135.50|Asia/Tokyo
Kyoto|Kyoto Prefecture|26|JP|60#-####|35.01|135.77|Asia/Tokyo
Nagoya|Aichi|23|JP|45#-####|35.18|136.91|Asia/Tokyo
Sapporo|Hokkaido|01|JP|06#-####|43.06|141.35|Asia/Tokyo
Seoul|Seoul|11|KR|04###|37.57|126.98|Asia/Seoul
Busan|Busan|26|KR|48###|35.18|129.08|Asia/Seoul
Beijing|Beijing Municipality|BJ|CN|1000##|39.90|116.41|Asia/Shanghai
Shanghai|Shanghai Municipality|SH|CN|2000##|31.23|121.47|Asia/Shanghai
Shenzhen|Guangdong|GD|CN|5180##|22.54|114.06|Asia/Shanghai
Guangzhou|Guangdong|GD|CN|5100##|23.13|113.26|Asia/Shanghai
Taipei|Taipei City|TPE|TW|10###|25.03|121.57|Asia/Taipei
Mumbai|Maharashtra|MH|IN|4000##|19.08|72.88|Asia/Kolkata
Pune|Maharashtra|MH|IN|4110##|18.52|73.86|Asia/Kolkata
New Delhi|Delhi|DL|IN|1100##|28.61|77.21|Asia/Kolkata
Bengaluru|Karnataka|KA|IN|5600##|12.97|77.59|Asia/Kolkata
Chennai|Tamil Nadu|TN|IN|6000##|13.08|80.27|Asia/Kolkata
Kolkata|West Bengal|WB|IN|7000##|22.57|88.36|Asia/Kolkata
Hyderabad|Telangana|TG|IN|5000##|17.39|78.49|Asia/Kolkata
Jakarta|Special Capital Region of Jakarta|JK|ID|10###|-6.21|106.85|Asia/Jakarta
Bangkok|Bangkok Metropolis|10|TH|10###|13.76|100.50|Asia/Bangkok
Kuala Lumpur|Federal Territory of Kuala Lumpur|14|MY|50###|3.14|101.69|Asia/Kuala_Lumpur
Manila|Metro Manila|00|PH|10##|14.60|120.98|Asia/Manila
Hanoi|Hanoi Municipality|HN|VN|100###|21.03|105.85|Asia/Ho_Chi_Minh
Dubai|Emirate of Dubai|DU|AE|00000|25.20|55.27|Asia/Dubai
Tel Aviv|Tel Aviv District|TA|IL|6######|32.09|34.78|Asia/Jerusalem
Riyadh|Riyadh Region|01|SA|11###|24.71|46.68|Asia/Riyadh
Karachi|Sindh|SD|PK|75###|24.86|67.01|Asia/Karachi
Dhaka|Dhaka Division|C|BD|12##|23.81|90.41|Asia/Dhaka
Cairo|Cairo Governorate|C|EG|115##|30.04|31.24|Africa/Cairo
Lagos|Lagos State|LA|NG|10####|6.52|3.38|Africa/Lagos
Nairobi|Nairobi County|30|KE|00###|-1.29|36.82|Africa/Nairobi
Accra|Greater Accra|AA|GH|GA###|5.60|-0.19|Africa/Accra
Cape Town|Western Cape|WC|ZA|80##|-33.92|18.42|Africa/Johannesburg
Johannesburg|Gauteng|GP|ZA|20##|-26.20|28.05|Africa/Johannesburg
Durban|KwaZulu-Natal|KZN|ZA|40##|-29.86|31.02|Africa/Johannesburg
Casablanca|Casablanca-Settat|06|MA|20###|33.57|-7.59|Africa/Casablanca
Sydney|New South Wales|NSW|AU|20##|-33.87|151.21|Australia/Sydney
Newcastle|New South Wales|NSW|AU|23##|-32.93|151.78|Australia/Sydney
Melbourne|State of Victoria|VIC|AU|30##|-37.81|144.96|Australia/Melbourne
Brisbane|Queensland|QLD|AU|40##|-27.47|153.03|Australia/Brisbane
Perth|Western Australia|WAU|AU|60##|-31.95|115.86|Australia/Perth
Adelaide|South Australia|SAU|AU|50##|-34.93|138.60|Australia/Adelaide
Hobart|Tasmania|TAS|AU|70##|-42.88|147.33|Australia/Hobart
Auckland|Auckland Region|AUK|NZ|10##|-36.85|174.76|Pacific/Auckland
Wellington|Wellington Region|WGN|NZ|60##|-41.29|174.78|Pacific/Auckland
Christchurch|Canterbury|CAN|NZ|80##|-43.53|172.64|Pacific/Auckland
Mexico City|Ciudad de México|CMX|MX|06###|19.43|-99.13|America/Mexico_City
Guadalajara|Jalisco|JAL|MX|44###|20.67|-103.35|America/Mexico_City
Monterrey|Nuevo León|NLE|MX|64###|25.69|-100.32|America/Mexico_City
Puebla|State of Puebla|PUE|MX|72###|19.04|-98.21|America/Mexico_City
São Paulo|State of São Paulo|SP|BR|01###-###|-23.55|-46.63|America/Sao_Paulo
Rio de Janeiro|State of Rio de Janeiro|RJ|BR|20###-###|-22.91|-43.17|America/Sao_Paulo
Belo Horizonte|Minas Gerais|MG|BR|30###-###|-19.92|-43.94|America/Sao_Paulo
Curitiba|Paraná|PR|BR|80###-###|-25.43|-49.27|America/Sao_Paulo
Buenos Aires|Ciudad Autónoma de Buenos Aires|C|AR|C10##@@@|-34.60|-58.38|America/Argentina/Buenos_Aires
Rosario|Santa Fe Province|S|AR|S20##@@@|-32.94|-60.64|America/Argentina/Buenos_Aires
Santiago|Santiago Metropolitan|RM|CL|83#####|-33.45|-70.67|America/Santiago
Bogotá|Bogotá Capital District|DC|CO|11####|4.71|-74.07|America/Bogota
Medellín|Antioquia|ANT|CO|05####|6.24|-75.58|America/Bogota
Lima|Lima Province|LMA|PE|150##|-12.05|-77.04|America/Lima
Quito|Pichincha|P|EC|1701##|-0.18|-78.47|America/Guayaquil
Montevideo|Montevideo Department|MO|UY|11###|-34.90|-56.16|America/Montevideo
Panama City|Panamá Province|8|PA|08##|8.98|-79.52|America/Panama)";

}  // namespace datagen::generators
