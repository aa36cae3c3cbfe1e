#include "word_lists.hpp"

namespace datagen::generators {

const std::string_view team_words = R"(
Alpha, Apollo, Atlas, Backend, Beacon, Blue, Bravo, Checkout, Cobalt, Core, Delta, Discovery, Eagle, Echo, Falcon, Frontend,
Galaxy, Green, Growth, Horizon, Insights, Integration, Lynx, Mercury, Mobile, Nova, Onboarding, Orion, Payments, Phoenix,
Pioneer, Platform, Quality, Quantum, Red, Release, Reliability, Retention, Rocket, Search, Sierra, Summit, Tiger, Titan,
Vanguard, Velocity, Vega, Wolf, Zephyr)";
const std::string_view project_nouns = R"(
Analytics, Archive, Assessment, Automation, Campaign, Consolidation, Dashboard, Expansion, Gateway, Initiative, Integration,
Launch, Migration, Modernization, Optimization, Pilot, Platform, Portal, Program, Prototype, Redesign, Relaunch, Research,
Restructuring, Roadmap, Rollout, Study, Suite, Transformation, Upgrade)";
const std::string_view event_kinds = R"(
Annual, Autumn, Global, International, Local, National, Online, Open, Regional, Spring, Summer, Weekend, Winter, Young)";
const std::string_view event_subjects = R"(
Architecture, Art, Book, Business, Charity, Chess, Climate, Cloud, Coffee, Community, Cooking, Data, Design, Developer,
Education, Energy, Film, Finance, Food, Founders, Games, Garden, Health, History, Innovation, Jazz, Leadership, Marketing,
Music, Photography, Product, Robotics, Running, Science, Security, Space, Sports, Startup, Technology, Theatre, Wine)";
const std::string_view event_nouns = R"(
Awards, Conference, Congress, Cup, Day, Exhibition, Expo, Fair, Festival, Forum, Gala, Meetup, Retreat, Seminar, Show, Summit,
Symposium, Week, Workshop)";
const std::string_view course_openings = R"(
Advanced, Applied, Computational, Contemporary, Essential, Experimental, Foundations of, Fundamentals of, History of,
Intermediate, Introduction to, Methods in, Perspectives on, Practical, Principles of, Seminar in, Theory of, Topics in)";
const std::string_view course_subjects = R"(
Algebra, Algorithms, Anatomy, Anthropology, Archaeology, Architecture, Art, Astronomy, Biochemistry, Biology, Botany, Calculus,
Chemistry, Computer Networks, Creative Writing, Cryptography, Data Structures, Databases, Design, Drama, Ecology, Economics,
Electronics, Ethics, Finance, Genetics, Geography, Geology, Geometry, Graphics, Immunology, Journalism, Law, Linguistics,
Literature, Logic, Machine Learning, Management, Marketing, Mechanics, Microbiology, Music, Neuroscience, Nutrition,
Oceanography, Operating Systems, Optics, Philosophy, Photography, Physics, Poetry, Political Science, Probability,
Programming, Psychology, Public Health, Robotics, Sociology, Software Engineering, Statistics, Thermodynamics, Topology,
Urban Planning, Virology, Zoology)";
const std::string_view plan_names = R"(
Free, Starter, Basic, Standard, Plus, Pro, Team, Business, Premium, Growth, Scale, Enterprise, Ultimate, Family, Student,
Developer, Essential, Advanced, Professional, Unlimited)";
const std::string_view permission_subjects = R"(
accounts, analytics, api_keys, audit_log, billing, catalog, comments, content, coupons, customers, dashboards, departments,
documents, employees, events, exports, files, groups, imports, integrations, inventory, invoices, jobs, media, members,
messages, notifications, orders, organizations, payments, permissions, plans, posts, pricing, products, profiles, projects,
refunds, reports, reviews, roles, schedules, settings, shipments, subscriptions, tasks, teams, templates, tickets,
transactions, users, warehouses, webhooks)";
const std::string_view task_verbs = R"(
Add, Archive, Audit, Check, Clean up, Configure, Document, Enable, Extend, Fix, Implement, Improve, Investigate, Migrate,
Monitor, Move, Optimize, Plan, Prepare, Refactor, Release, Remove, Rename, Replace, Review, Rewrite, Simplify, Split, Test,
Translate, Update, Upgrade, Validate)";
const std::string_view task_subjects = R"(
access rights, account page, address form, audit log, backup job, billing page, build pipeline, cache layer, checkout flow,
color theme, contact form, currency conversion, customer import, daily report, data export, date picker, deployment script,
discount rules, documentation, e-mail templates, error messages, file upload, footer links, help page, image resizing,
index on orders, invoice layout, landing page, language switch, load test, login form, mobile menu, monitoring alerts,
navigation bar, notification settings, order history, password reset, payment retries, price list, privacy page,
product filter, profile picture, query timeout, release notes, returns process, search results, session timeout, shipping rates,
shopping cart, sign-up form, sitemap, stock sync, tax calculation, test coverage, tooltips, user roles, webhook delivery)";
const std::string_view setting_words = R"(
auto_archive, batch_size, cache_ttl, color, currency, date_format, default_language, email_alerts, enabled, expires_after,
export_format, limit, locale, max_age, notify_owner, page_size, public, retention_days, retries, sort_order, theme, time_zone,
timeout, visible, webhook_url)";
const std::string_view label_adjectives = R"(
Amber, Ancient, Bold, Bright, Calm, Clear, Clever, Coastal, Cool, Copper, Crisp, Crystal, Daily, Deep, Distant, Early, Eastern,
Electric, Elegant, Emerald, Even, Fair, Fast, Final, First, Fresh, Gentle, Global, Golden, Grand, Green, Hidden, High, Inner,
Iron, Ivory, Keen, Large, Late, Light, Little, Local, Long, Lucky, Lunar, Main, Mellow, Mild, Modern, Narrow, Native, New,
Noble, Northern, Open, Outer, Pale, Plain, Polar, Prime, Proud, Pure, Quick, Quiet, Rapid, Rare, Ready, Regular, Rising,
Round, Royal, Rustic, Scarlet, Second, Secret, Sharp, Short, Silent, Silver, Simple, Small, Smart, Smooth, Soft, Solar, Solid,
Southern, Special, Spring, Stable, Steady, Strong, Summer, Sunny, Swift, Third, True, Upper, Urban, Vast, Velvet, Vivid, Warm,
Western, White, Wide, Wild, Winter, Wise)";
const std::string_view label_nouns = R"(
Anchor, Arch, Arrow, Badge, Bay, Beacon, Bell, Bloom, Branch, Breeze, Bridge, Brook, Canyon, Castle, Cedar, Channel, Circle,
Cliff, Cloud, Comet, Compass, Coral, Corner, Cove, Creek, Crest, Crown, Current, Dawn, Delta, Dune, Echo, Edge, Ember, Falls,
Feather, Field, Flame, Forest, Forge, Fountain, Frame, Frontier, Garden, Gate, Glade, Grove, Harbor, Haven, Hill, Horizon,
Island, Junction, Keystone, Lagoon, Lake, Lantern, Leaf, Ledge, Line, Link, Marker, Meadow, Mesa, Mill, Mirror, Moon,
Mountain, Oak, Oasis, Ocean, Orbit, Orchard, Path, Peak, Pebble, Pier, Pine, Plain, Point, Pond, Port, Prairie, Prism, Quarry,
Rain, Range, Reef, Ridge, River, Road, Rock, Root, Sail, Shore, Signal, Sky, Slope, Spark, Spring, Square, Star, Station,
Stone, Storm, Stream, Summit, Sun, Terrace, Thicket, Tide, Tower, Trail, Valley, View, Vista, Wave, Willow, Wind, Wing, Wood)";

}  // namespace datagen::generators
