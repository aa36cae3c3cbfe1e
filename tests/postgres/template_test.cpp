// The program's templates in a server: what they hold agrees with itself.
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;

namespace {

struct Template {
  std::string name;
  std::uint64_t rows;  // the default of the parameter
  // Each counts rows that must not be there.
  std::vector<std::string> wrong;
};

const std::vector<Template>& templates() {
  static const std::vector<Template> all = {
      {"ecommerce",
       1000,
       {"order_items WHERE line_total <> quantity * unit_price",
        "orders o WHERE subtotal <> (SELECT coalesce(sum(line_total), 0) FROM order_items i WHERE i.order_id = o.id)",
        "orders WHERE total <> subtotal - discount + shipping + tax OR discount > subtotal",
        "payments p JOIN orders o ON o.id = p.order_id WHERE p.amount <> o.total",
        "customers c WHERE lifetime_value <> (SELECT coalesce(sum(total), 0) FROM orders o WHERE o.customer_id = c.id "
        "AND status NOT IN ('cancelled', 'refunded'))",
        "order_items i JOIN products p ON p.id = i.product_id WHERE i.unit_price <> p.price",
        "orders o JOIN customers c ON c.id = o.customer_id WHERE o.placed_at < c.registered_at",
        "orders o LEFT JOIN shipments s ON s.order_id = o.id WHERE (s.id IS NULL) <> (o.status IN ('pending', 'paid', "
        "'cancelled'))",
        "orders WHERE (paid_at IS NULL) <> (status IN ('pending', 'cancelled'))",
        "shipments s JOIN orders o ON o.id = s.order_id WHERE NOT (o.placed_at <= s.packed_at AND s.packed_at <= "
        "s.handed_over_at) OR s.delivered_at < s.handed_over_at",
        "orders o JOIN coupons c ON c.id = o.coupon_id WHERE NOT c.valid @> o.placed_at::date",
        "order_items i JOIN orders o ON o.id = i.order_id JOIN products p ON p.id = i.product_id WHERE p.listed_on > "
        "o.placed_at::date",
        "products WHERE attributes->>'brand' <> brand OR cost >= price"}},
      {"saas",
       200,
       {"(SELECT period_start - lag(period_end) OVER (PARTITION BY subscription_id ORDER BY id) AS gap FROM invoices) "
        "g "
        "WHERE gap <> 0",
        "subscriptions s WHERE (SELECT min(period_start) FROM invoices i WHERE i.subscription_id = s.id) <> started_on",
        "subscriptions s WHERE (SELECT max(period_end) FROM invoices i WHERE i.subscription_id = s.id) <> "
        "upper(current_period)",
        "invoices i WHERE subtotal <> (SELECT sum(amount) FROM invoice_lines l WHERE l.invoice_id = i.id) OR total <> "
        "subtotal + tax",
        "organizations o WHERE paid_total <> (SELECT coalesce(sum(total), 0) FROM invoices i JOIN subscriptions s ON "
        "s.id = i.subscription_id WHERE s.organization_id = o.id AND i.status = 'paid')",
        "organizations o WHERE members_count <> (SELECT count(*) FROM members m WHERE m.organization_id = o.id)",
        "organizations o WHERE open_tasks_count <> (SELECT count(*) FROM tasks t WHERE t.organization_id = o.id AND "
        "state <> 'done')",
        "tasks WHERE (done_at IS NOT NULL) <> (state = 'done') OR started_at < created_at OR done_at < started_at",
        "members m JOIN organizations o ON o.id = m.organization_id WHERE m.invited_at < o.created_at OR accepted_at < "
        "invited_at OR last_seen_at < accepted_at",
        "api_keys WHERE last_used_at < created_at OR expires_at <= created_at"}},
      {"healthcare",
       800,
       {"patients WHERE registered_at::date <= birth_date",
        "visits v JOIN patients p ON p.id = v.patient_id WHERE v.started_at < p.registered_at OR v.ended_at < "
        "v.started_at",
        "vital_signs s JOIN visits v ON v.id = s.visit_id WHERE s.measured_at < v.started_at",
        "vital_signs WHERE systolic <= diastolic OR weight_kg <> round(body_mass_index * height_cm * height_cm / "
        "10000, "
        "1)",
        "lab_results WHERE flag <> CASE WHEN value < low THEN 'low' WHEN value > high THEN 'high' ELSE 'normal' END OR "
        "reported_at < taken_at OR value <= 0",
        "lab_results r JOIN lab_tests t ON t.code = r.test_code WHERE (r.low, r.high) <> (t.low, t.high)",
        "prescriptions WHERE ends_on <> starts_on + days",
        "insurance_claims WHERE insurer_pays + patient_pays <> billed OR insurer_pays < 0 OR patient_pays < 0 OR "
        "(status = 'rejected' AND insurer_pays > 0) OR (status = 'submitted') <> (decided_on IS NULL)",
        "patients p WHERE visits_count <> (SELECT count(*) FROM visits v WHERE v.patient_id = p.id)",
        "appointments WHERE (state = 'booked') <> (scheduled_for > '2025-01-01')",
        "(SELECT 1 WHERE (SELECT avg((flag = 'normal')::int) FROM lab_results) NOT BETWEEN 0.7 AND 0.99) x"}},
      {"finance",
       500,
       {"(SELECT 1 FROM ledger_lines GROUP BY entry_id HAVING sum(signed_amount) <> 0 OR count(*) <> 2 OR "
        "count(DISTINCT "
        "side) <> 2) x",
        "ledger_lines WHERE signed_amount <> CASE side WHEN 'debit' THEN -amount ELSE amount END",
        "accounts a WHERE balance <> opening_balance + (SELECT coalesce(sum(signed_amount), 0) FROM ledger_lines l "
        "WHERE l.account_id = a.id)",
        "clients c WHERE total_balance <> (SELECT sum(balance) FROM accounts a WHERE a.client_id = c.id)",
        "accounts a JOIN clients c ON c.id = a.client_id WHERE a.opened_on < c.client_since",
        "ledger_lines l JOIN accounts a ON a.id = l.account_id WHERE l.booked_at::date < a.opened_on",
        "loans l WHERE principal <> (SELECT sum(amount) FROM loan_instalments i WHERE i.loan_id = l.id)",
        "loans l WHERE open_amount <> (SELECT coalesce(sum(amount), 0) FROM loan_instalments i WHERE i.loan_id = l.id "
        "AND NOT paid) OR open_amount < 0",
        "(SELECT due_on - lag(due_on) OVER (PARTITION BY loan_id ORDER BY number) AS days FROM loan_instalments) d "
        "WHERE "
        "days <> 30",
        "(SELECT id, booked_at - lag(booked_at) OVER (ORDER BY id) AS later FROM journal_entries) j WHERE later < "
        "interval '0'",
        "journal_entries WHERE value_date < booked_at::date OR booked_at > '2025-01-01'",
        "(SELECT 1 WHERE (SELECT avg((balance > 0)::int) FROM accounts) < 0.9) x",
        "clients WHERE (kind = 'company') <> (company IS NOT NULL)"}},
      {"blog",
       500,
       {"posts p JOIN blog_authors a ON a.id = p.author_id WHERE p.published_at < a.joined_at OR p.updated_at < "
        "p.published_at",
        "comments c JOIN posts p ON p.id = c.post_id WHERE c.created_at < p.published_at",
        "posts p WHERE comments_count <> (SELECT count(*) FROM comments c WHERE c.post_id = p.id AND status = "
        "'approved')",
        "blog_authors a WHERE posts_count <> (SELECT count(*) FROM posts p WHERE p.author_id = a.id)",
        "posts WHERE (archived_at IS NOT NULL) <> (status = 'archived') OR slug !~ '^[a-z0-9-]+$'",
        "(SELECT post_id FROM post_daily_views GROUP BY post_id HAVING count(DISTINCT day) <> 14 OR max(day) - "
        "min(day) "
        "<> 13) x",
        "post_daily_views v JOIN posts p ON p.id = v.post_id WHERE v.day < p.published_at::date OR v.day > "
        "'2025-01-01' OR unique_visitors > views",
        "subscribers WHERE confirmed_at < subscribed_at OR unsubscribed_at < confirmed_at OR (state = 'unconfirmed') "
        "<> "
        "(confirmed_at IS NULL)"}},
      {"analytics",
       1000,
       {"sessions s JOIN visitors v ON v.id = s.visitor_id WHERE s.started_at < v.first_seen_at",
        "page_views p JOIN sessions s ON s.id = p.session_id WHERE p.viewed_at < s.started_at",
        "sessions s WHERE page_views_count <> (SELECT count(*) FROM page_views p WHERE p.session_id = s.id)",
        "sessions s WHERE events_count <> (SELECT count(*) FROM web_events e WHERE e.session_id = s.id)",
        "sessions WHERE is_bounce <> (page_views_count = 1)",
        "visitors v WHERE revenue <> (SELECT coalesce(sum(c.value), 0) FROM conversions c JOIN sessions s ON s.id = "
        "c.session_id WHERE s.visitor_id = v.id)",
        "sessions WHERE (campaign_id IS NULL) <> (channel IN ('direct', 'organic', 'referral'))",
        "visitors WHERE browser = 'Safari' AND operating_system NOT IN ('iOS', 'macOS')",
        "visitors WHERE (device = 'desktop') <> (operating_system IN ('Windows', 'macOS', 'Linux'))",
        "experiment_participants p JOIN experiments e ON e.id = p.experiment_id WHERE NOT p.assigned_at BETWEEN "
        "e.starts_at AND e.ends_at",
        "site_daily_figures WHERE bounced > visits"}},
      {"iot",
       100,
       {"(SELECT recorded_at - lag(recorded_at) OVER (PARTITION BY sensor_id ORDER BY id) AS pace FROM readings) r "
        "WHERE "
        "pace <> interval '1 hour'",
        "(SELECT sensor_id, value - lag(value) OVER (PARTITION BY sensor_id ORDER BY id) AS jump FROM readings) r JOIN "
        "sensors s ON s.id = r.sensor_id WHERE abs(jump) > abs(s.swing) * 0.2 + 24 * s.step",
        "sensors s JOIN (SELECT sensor_id, min(value) AS low, max(value) AS high, count(*) AS n FROM readings GROUP BY "
        "sensor_id) r ON r.sensor_id = s.id WHERE (lowest, highest, readings_count) IS DISTINCT FROM (low, high, n)",
        "(SELECT 1 WHERE (SELECT max(recorded_at) FROM readings) <> '2025-01-01') x",
        "devices d WHERE sensors_count <> (SELECT count(*) FROM sensors s WHERE s.device_id = d.id)",
        "alerts WHERE acknowledged_at < raised_at OR resolved_at < acknowledged_at OR (progress = 'resolved') <> "
        "(resolved_at IS NOT NULL)",
        "alerts a JOIN alert_rules r ON r.id = a.rule_id WHERE a.level <> r.level",
        "device_commands WHERE sent_at < queued_at OR acknowledged_at < sent_at OR (state = 'failed') <> (error IS NOT "
        "NULL)",
        "maintenance_visits WHERE lower(during) <> starts_at OR upper(during) - lower(during) <> hours * interval '1 "
        "hour'",
        "sensors s JOIN devices d ON d.id = s.device_id WHERE calibrated_on < installed_on",
        "sensors WHERE metric = 'temperature' AND (lowest < 10 OR highest > 40)"}}};
  return all;
}

ProcessResult generate(const std::vector<std::string>& names, const std::string& format, const std::string& rows,
                       const std::filesystem::path& dump) {
  std::vector<std::string> words = {"generate", "--format", format, "--seed", "11", "-o", dump.string()};
  for (const std::string& name : names) words.insert(words.end(), {"--template", name});
  if (!rows.empty()) words.insert(words.end(), {"--param", rows});
  return run_datagen(words);
}

void load_and_check(const std::vector<Template>& loaded, const std::string& format, const std::string& rows) {
  std::vector<std::string> names;
  for (const Template& one : loaded) names.push_back(one.name);
  CAPTURE(names, format, rows);
  const TemporaryDirectory directory;
  const ProcessResult result = generate(names, format, rows, directory.path() / "dump.sql");
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(result.err.find("warning") == std::string::npos);
  const Database database = PostgresCluster::shared().database();
  const ProcessResult load = database.load(directory.path() / "dump.sql");
  CAPTURE(load.err);
  REQUIRE(load.exit_code == 0);
  for (const Template& one : loaded) {
    for (const std::string& wrong : one.wrong) {
      INFO(wrong);
      CHECK(database.value("SELECT count(*) FROM " + wrong) == "0");
    }
  }
}

}  // namespace

// Invariants: keys and checks, which the server verifies, and for each template the statements about sums, periods and
// the order of times that it makes; at its own size, and at twenty times it.
TEST_CASE("Every template loads in both formats and agrees with itself") {
  for (const Template& one : templates()) {
    load_and_check({one}, "sql", "");
    load_and_check({one}, "copy", "rows=30");
    if (!sanitized) load_and_check({one}, "copy", "rows=" + std::to_string(one.rows * 20));
  }
}

// A test of some minutes, for those who ask for it.
TEST_CASE("Every template loads at a hundred times its size") {
  if (std::getenv("DATAGEN_TEST_LARGE_TEMPLATES") == nullptr) return;
  for (const Template& one : templates()) load_and_check({one}, "copy", "rows=" + std::to_string(one.rows * 100));
}

TEST_CASE("Any two templates are one database") {
  for (std::size_t i = 0; i < templates().size(); ++i) {
    const Template& other = templates()[(i + 1) % templates().size()];
    load_and_check({templates()[i], other}, "copy", "rows=20");
  }
  load_and_check(templates(), "copy", "rows=20");
}
