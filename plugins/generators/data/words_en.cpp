#include "word_lists.hpp"

namespace datagen::generators {

const std::string_view lorem_words = R"(
lorem, ipsum, dolor, sit, amet, consectetur, adipiscing, elit, sed, do, eiusmod, tempor, incididunt, ut, labore, et, dolore,
magna, aliqua, enim, ad, minim, veniam, quis, nostrud, exercitation, ullamco, laboris, nisi, aliquip, ex, ea, commodo,
consequat, duis, aute, irure, in, reprehenderit, voluptate, velit, esse, cillum, eu, fugiat, nulla, pariatur, excepteur,
sint, occaecat, cupidatat, non, proident, sunt, culpa, qui, officia, deserunt, mollit, anim, id, est, laborum, a, ab, abeo,
absum, accedo, accendo, accipio, accusamus, accusantium, acer, acidus, acquiro, adaugeo, addo, adeo, adfero, adhuc, adipisci,
aduro, advenio, aegrus, aequitas, aestas, aetas, ager, aggero, agnosco, alias, alienus, aliquam, aliquid, alius, alo, alter,
altus, amicitia, amicus, amitto, amo, amor, amplus, animi, animus, annus, antea, antiquus, aperio, appello, aptus, aqua,
arbor, arcus, argentum, arma, ars, arx, asper, aspernatur, asperiores, assumenda, at, atque, auctor, audax, audeo, audio,
auris, aurum, aut, autem, autus, auxilium, avaritia, beatae, bellum, bene, benevolentia, bibo, blanditiis, bonus, brevis,
cado, caelum, campus, candidus, canis, canto, capio, caput, careo, caritas, carmen, carus, casus, causa, caveo, cedo, celer,
cena, censura, centum, certus, charisma, cibus, circa, civis, civitas, clamo, clarus, coepi, cogito, cognosco, colo, color,
comes, communis, concedo, condico, coniuratio, consequatur, consequuntur, consilium, constans, contego, contra, conventus,
copia, cornu, corporis, corpus, corrupti, crastinus, creator, credo, cresco, crimen, crudelis, cubo, culpo, cum, cumque, cunctus,
cupiditas, cupio, cura, curia, curo, cursus, custodia, damno, dapifer, debeo, debitis, decens, decet, decimus, decor, dedico,
defendo, deinde, delectus, deleniti, deleo, delibero, delicate, demitto, denique, dens, depono, deporto, desidero, desino,
deus, dexter, dicta, dies, differo, dignissimos, dignus, diligo, distinctio, diu, divinus, doceo, dolorem, dolores, doloribus,
dolorum, domus, donec, donum, dubito, ducimus, duco, dulcis, dum, duo, dux, eaque, earum, ecclesia, efficio, ego, eius, eligendi,
eos, epulae, equus, ergo, eripio, error, eruo, eum, eveniet, exerceo, exitus, expedio, expedita, explicabo, explico, expono,
exsisto, extra, fabula, facere, facilis, facio, factus, falsus, fama, familia, felix, femina, fero, ferrum, fidelis, fides, filius,
finis, flamma, flos, fluctus, flumen, fons, foris, forma, fortis, fortuna, frater, fuga, fugio, fugit, fundamentum, futurus,
gaudium, gens, genus, gero, gladius, gloria, gradus, gratia, gravis, habeo, harum, haec, hic, homo, honor, hora, hortus, hostis,
humanus, iaculis, ianua, idem, ignis, illo, illum, impedit, imperium, impetus, inventore, ipsa, ipsam, iste, itaque, iter, iudex,
iure, iusto, iuvenis, laboriosam, laudantium, laus, legio, leo, lex, liber, libero, ligula, limen, lingua, locus, longus, ludus,
lumen, luna, lux, magnam, magni, magnus, maiores, malus, manus, mare, mater, maxime, medius, memoria, mens, mensa, metus, miles,
minima, minus, modi, modus, molestiae, mollitia, mons, mora, mors, motus, multus, mundus, natus, nam, navis, nec, necessitatibus,
nemo, neque, nihil, nobis, nomen, nox, numquam, obcaecati, oculus, odio, odit, officiis, omnis, opus, oratio, ordo, pars, pater,
pax, perferendis, perspiciatis, pes, placeat, populus, porro, porta, possimus, praesentium, primus, provident, puer, quaerat, quam,
quasi, quia, quibusdam, quidem, quo, quod, quos, ratio, ratione, recusandae, regnum, rem, repellat, repellendus, rerum, res,
rex, sacer, saepe, salus, sapiente, sequi, silva, similique, sol, soleo, soluta, spes, summus, suscipit, tabula, tandem, tego,
tempora, tempore, tempus, tenetur, terra, tertius, timor, totam, tum, ullam, unde, unus, urbs, usus, vel, velum, ventus, ver,
verbum, veritas, veritatis, vero, via, victoria, video, vigor, vinco, vir, virtus, vis, vita, vitae, vivo, voco, voluntas,
voluptas, voluptatem, voluptatibus, vox, vulgus)";

const std::string_view common_words = R"(
able, about, above, action, active, after, again, age, air, all, almost, alone, along, always, among, amount, animal, answer,
apple, area, arm, army, art, aspect, author, autumn, award, balance, ball, bank, base, basic, beach, bear, beauty, bed, bell,
best, better, big, bird, black, block, blue, board, boat, body, book, border, bottle, bottom, box, brain, branch, bread, bridge,
bright, bring, brother, brown, build, button, calm, camp, capital, car, card, care, carry, case, castle, catch, cause, center,
chain, chair, chance, change, chart, check, child, choice, circle, city, class, clean, clear, clock, cloud, coast, coffee, cold,
color, common, copy, corner, cost, country, course, cover, create, cross, crowd, cup, current, dance, dark, data, day, deal,
deep, design, detail, dinner, door, double, draw, dream, drive, early, earth, east, easy, edge, effect, effort, energy, engine,
evening, event, every, exact, example, face, fact, fair, family, farm, fast, field, figure, final, fine, fire, first, fish, floor,
flower, focus, food, force, forest, form, forward, free, fresh, friend, front, fruit, full, future, game, garden, gate, gentle,
gift, glass, global, goal, gold, good, grand, grass, great, green, ground, group, grow, guide, hand, happy, harbor, heart,
heavy, height, help, hill, history, home, honest, hope, horse, hotel, hour, house, human, idea, image, impact, inside, island,
item, job, join, journey, joy, key, kind, kitchen, knowledge, lake, land, language, large, last, late, laugh, leaf, learn,
letter, level, library, life, light, line, list, little, local, long, love, luck, machine, main, market, master, matter, meal,
measure, medium, memory, metal, method, middle, milk, mind, minute, mirror, model, moment, money, month, moon, morning, mother,
motion, mountain, music, name, nation, nature, network, night, noble, north, note, number, object, ocean, office, open, orange,
order, paper, park, part, path, pattern, people, phone, picture, piece, place, plan, plant, plate, point, power, practice,
present, price, print, problem, process, project, public, purple, purpose, quality, question, quick, quiet, rain, reason, record,
region, report, result, rhythm, river, road, rock, room, root, round, safe, sail, sample, scale, school, science, screen, season,
second, sense, service, shape, share, shore, side, signal, silver, simple, sister, skill, sky, small, smart, smile, snow, social,
song, sound, source, south, space, speed, spirit, spring, square, stage, star, start, station, steady, stone, story, stream,
street, strong, style, sugar, summer, sun, supply, surface, system, table, talk, team, thing, thought, time, today, tool, tower,
town, trade, train, travel, tree, trip, true, unit, update, useful, valley, value, view, village, vision, visit, voice, wall,
warm, water, wave, way, weather, west, white, wide, wild, wind, window, winter, wise, wonder, wood, word, work, world, year,
yellow, young)";

const std::string_view job_levels =
    "Junior, Senior, Lead, Principal, Associate, Assistant, Chief, Regional, Global, Deputy";
const std::string_view job_fields = R"(
Account, Accounting, Administrative, Business, Chemical, Civil, Clinical, Communications, Compliance, Content, Customer, Data,
Database, Design, Electrical, Environmental, Facilities, Finance, Human Resources, Infrastructure, Insurance, Legal, Logistics,
Manufacturing, Marketing, Mechanical, Media, Network, Operations, Procurement, Product, Program, Project, Purchasing, Quality,
Research, Risk, Safety, Sales, Security, Software, Supply Chain, Support, Systems, Tax, Training, Warehouse, Web)";
const std::string_view job_roles = R"(
Administrator, Advisor, Analyst, Architect, Assistant, Consultant, Coordinator, Designer, Developer, Director, Engineer, Manager,
Officer, Planner, Representative, Scientist, Specialist, Strategist, Supervisor, Technician)";

const std::string_view company_words = R"(
Acorn, Alder, Alpine, Amber, Anchor, Apex, Arbor, Arrow, Aspen, Atlas, Aurora, Axis, Bayside, Beacon, Birch, Bluebird,
Bluestone, Bright, Bristol, Cascade, Cedar, Centennial, Cobalt, Compass, Copper, Coral, Cornerstone, Crescent, Crown, Crystal,
Delta, Eagle, Eastgate, Echo, Elm, Ember, Emerald, Evergreen, Falcon, Fairway, Fern, Forge, Frontier, Garnet, Gateway, Golden,
Granite, Harbor, Hawthorne, Hazel, Heritage, Highland, Horizon, Indigo, Ironwood, Ivory, Jade, Juniper, Keystone, Kingfisher,
Lakeside, Lantern, Laurel, Liberty, Lighthouse, Linden, Lotus, Magnolia, Maple, Meadow, Meridian, Midland, Mosaic, Nimbus,
Northwind, Nova, Oakwood, Ocean, Olive, Onyx, Opal, Orchard, Orion, Osprey, Pacific, Panorama, Paragon, Pebble, Phoenix, Pine,
Pinnacle, Pioneer, Polaris, Prairie, Prism, Quarry, Quartz, Radiant, Raven, Redwood, Ridge, River, Rosewood, Sable, Saffron,
Sapphire, Sequoia, Sierra, Silver, Skyline, Solstice, Sparrow, Spruce, Sterling, Stonebridge, Summit, Sunrise, Swift, Sycamore,
Tamarack, Terra, Thistle, Timber, Topaz, Trident, Twilight, Union, Valley, Vanguard, Vertex, Violet, Vista, Walnut, Westbrook,
Whitewater, Wildflower, Willow, Windsor, Wren, Zenith, Zephyr)";
const std::string_view company_trades = R"(
Analytics, Apparel, Automotive, Bakery, Biotech, Books, Brewing, Builders, Capital, Catering, Ceramics, Chemicals, Cloud,
Coffee, Construction, Consulting, Creative, Data, Design, Digital, Dynamics, Electric, Electronics, Energy, Engineering,
Entertainment, Estates, Fabrics, Farms, Finance, Fitness, Foods, Freight, Furniture, Games, Gardens, Glass, Health, Holdings,
Hospitality, Imports, Industries, Instruments, Insurance, Interiors, Labs, Legal, Logistics, Manufacturing, Marine, Marketing,
Media, Medical, Metals, Mobility, Motors, Music, Networks, Optics, Outdoors, Packaging, Partners, Pharma, Plastics, Plumbing,
Press, Properties, Publishing, Realty, Research, Retail, Robotics, Roofing, Security, Semiconductors, Services, Shipping,
Software, Solar, Solutions, Sports, Studios, Supply, Systems, Technologies, Telecom, Textiles, Tools, Toys, Trading, Transport,
Travel, Ventures, Water, Wellness, Works)";
const std::string_view company_suffixes = "Inc., LLC, Ltd., Group, Co., Corp., PLC, Partners";

const std::string_view product_adjectives = R"(
Adjustable, Advanced, Classic, Comfortable, Compact, Cordless, Deluxe, Durable, Eco-Friendly, Elegant, Ergonomic, Essential,
Everyday, Fine, Foldable, Fresh, Gentle, Handcrafted, Handmade, Heavy-Duty, Incredible, Insulated, Intelligent, Licensed,
Lightweight, Luxury, Mini, Modern, Natural, Organic, Portable, Practical, Premium, Professional, Quiet, Recycled, Refined,
Reversible, Rugged, Rustic, Sleek, Slim, Small, Smart, Soft, Solar, Stackable, Stylish, Sturdy, Sustainable, Tasty,
Traditional, Travel, Ultra, Universal, Vintage, Waterproof, Wireless)";
const std::string_view product_materials = R"(
Aluminum, Bamboo, Brass, Bronze, Canvas, Carbon, Cashmere, Ceramic, Copper, Cork, Cotton, Crystal, Denim, Felt, Glass, Gold,
Granite, Hemp, Leather, Linen, Marble, Mesh, Microfiber, Nylon, Oak, Plastic, Porcelain, Rubber, Silicone, Silk, Silver, Slate,
Steel, Stone, Suede, Teak, Titanium, Velvet, Walnut, Wicker, Wooden, Wool)";
const std::string_view product_nouns = R"(
Alarm Clock, Apron, Backpack, Basket, Belt, Bench, Bicycle, Blanket, Blender, Boots, Bottle, Bowl, Bracelet, Broom, Cabinet,
Camera, Candle, Cap, Chair, Charger, Clock, Coat, Coffee Maker, Computer, Cooler, Cup, Cushion, Cutting Board, Desk, Desk Lamp,
Drill, Earrings, Fan, Flashlight, Fork, Frame, Gloves, Guitar, Hammer, Hat, Headphones, Helmet, Hoodie, Jacket, Jar, Jeans,
Kettle, Keyboard, Knife, Ladder, Lamp, Lantern, Luggage, Mat, Mirror, Monitor, Mouse, Mug, Necklace, Notebook, Oven, Pan, Pants,
Pen, Pencil Case, Pillow, Plate, Pot, Printer, Purse, Radio, Ring, Rug, Sandals, Scarf, Scissors, Shelf, Shirt, Shoes, Shovel,
Sink, Skateboard, Socks, Sofa, Speaker, Spoon, Stool, Suitcase, Sunglasses, Sweater, Table, Tablet, Teapot, Tent, Thermos,
Toaster, Towel, Tray, Tripod, Umbrella, Vase, Wallet, Watch, Water Bottle, Whisk)";
const std::string_view product_categories = R"(
Appliances, Art Supplies, Audio, Automotive, Baby, Bakery, Bath, Beauty, Bedding, Beverages, Bicycles, Books, Cameras, Camping,
Cleaning, Clothing, Coffee, Collectibles, Computers, Cookware, Crafts, Dairy, Decor, Electronics, Fitness, Flooring, Footwear,
Fragrances, Furniture, Games, Garden, Gifts, Grocery, Handbags, Hardware, Health, Home, Industrial, Instruments, Jewelry,
Kitchen, Laundry, Lighting, Luggage, Magazines, Makeup, Movies, Music, Networking, Nutrition, Office, Outdoors, Paint, Party,
Patio, Pets, Pharmacy, Phones, Plumbing, Printers, School, Shoes, Skincare, Snacks, Software, Sports, Stationery, Storage,
Tablets, Tea, Tools, Toys, Travel, Video, Watches, Wearables)";
const std::string_view departments = R"(
Accounting, Administration, Analytics, Communications, Compliance, Customer Service, Data, Design, Engineering, Facilities,
Finance, Human Resources, Infrastructure, Innovation, Legal, Logistics, Manufacturing, Marketing, Operations, Procurement,
Product, Public Relations, Purchasing, Quality Assurance, Research and Development, Risk, Sales, Security, Strategy, Support,
Training, Treasury)";
const std::string_view tags = R"(
analysis, android, announcement, api, architecture, art, automation, backend, beginner, behind-the-scenes, best-practices,
beta, books, bug, business, career, case-study, classic, cloud, community, culture, data, database, design, devops, diy,
docker, education, enterprise, entertainment, environment, event, experiment, family, fashion, featured, finance, fitness, food,
frontend, gaming, guide, hardware, health, history, how-to, inspiration, internet, interview, javascript, kubernetes, leadership,
learning, lifestyle, limited, linux, management, marketing, mobile, music, nature, networking, news, open-source, opinion,
performance, personal, photography, popular, postgresql, privacy, productivity, programming, python, recipe, release, remote,
research, review, sale, science, security, seasonal, software, sports, startup, strategy, sustainability, team, technology,
testing, tips, tools, travel, trends, tutorial, update, urgent, video, web, wellness, writing)";
const std::string_view roles = R"(
admin, owner, editor, author, contributor, subscriber, viewer, moderator, manager, member, guest, support, analyst, auditor,
billing, developer, operator, reviewer, supervisor, user)";

const std::string_view color_names = R"(
Amber, Apricot, Aquamarine, Azure, Beige, Black, Blue, Bronze, Brown, Burgundy, Charcoal, Chartreuse, Cobalt, Copper, Coral,
Cream, Crimson, Cyan, Emerald, Fuchsia, Gold, Gray, Green, Indigo, Ivory, Jade, Khaki, Lavender, Lemon, Lilac, Lime, Magenta,
Maroon, Mauve, Mint, Mustard, Navy, Ochre, Olive, Orange, Orchid, Peach, Pearl, Pink, Plum, Purple, Red, Rose, Ruby, Rust,
Salmon, Sapphire, Scarlet, Sepia, Sienna, Silver, Slate, Tan, Teal, Turquoise, Vermilion, Violet, White, Yellow)";
const std::string_view languages = R"(
English:en, Spanish:es, French:fr, German:de, Italian:it, Portuguese:pt, Dutch:nl, Swedish:sv, Norwegian:no, Danish:da,
Finnish:fi, Polish:pl, Czech:cs, Slovak:sk, Hungarian:hu, Romanian:ro, Bulgarian:bg, Greek:el, Turkish:tr, Russian:ru,
Ukrainian:uk, Arabic:ar, Hebrew:he, Persian:fa, Hindi:hi, Bengali:bn, Urdu:ur, Tamil:ta, Telugu:te, Thai:th, Vietnamese:vi,
Indonesian:id, Malay:ms, Chinese:zh, Japanese:ja, Korean:ko, Swahili:sw, Amharic:am, Zulu:zu, Icelandic:is, Irish:ga,
Welsh:cy, Catalan:ca, Croatian:hr, Serbian:sr, Slovenian:sl, Estonian:et, Latvian:lv, Lithuanian:lt)";

}  // namespace datagen::generators
