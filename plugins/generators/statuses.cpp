// Statuses: where a thing is in its life, by what kind of thing it is.
#include "families.hpp"
#include "vocabulary.hpp"

namespace datagen::generators {
namespace {

constexpr std::string_view kStatus = "active, inactive, pending, archived";
constexpr sdk::HintTable kStatusHints(words_hint("status"), words_hint("account_status"), words_hint("state"));

constexpr std::string_view kOrderStatus = "pending, processing, shipped, delivered, cancelled, refunded";
constexpr sdk::HintTable kOrderStatusHints(words_hint("order_status"), words_hint("fulfillment_status"),
                                           words_hint("order_state"), whole_name_hint("status", "order"),
                                           whole_name_hint("state", "order"));

constexpr std::string_view kPaymentStatus = "pending, authorized, paid, failed, refunded";
constexpr sdk::HintTable kPaymentStatusHints(
    words_hint("payment_status"), words_hint("payment_state"), words_hint("transaction_status"),
    words_hint("financial_status"), words_hint("charge_status"), words_hint("refund_status"),
    whole_name_hint("status", "payment"), whole_name_hint("state", "payment"), whole_name_hint("status", "transaction"),
    whole_name_hint("state", "transaction"), whole_name_hint("status", "charge"), whole_name_hint("state", "charge"),
    whole_name_hint("status", "refund"), whole_name_hint("state", "refund"), whole_name_hint("status", "transfer"),
    whole_name_hint("state", "transfer"));

constexpr std::string_view kInvoiceStatus = "draft, open, paid, overdue, void";
constexpr sdk::HintTable kInvoiceStatusHints(words_hint("invoice_status"), words_hint("billing_status"),
                                             whole_name_hint("status", "invoice"), whole_name_hint("state", "invoice"),
                                             whole_name_hint("status", "bill"), whole_name_hint("state", "bill"),
                                             whole_name_hint("status", "account_move"),
                                             whole_name_hint("state", "account_move"));

constexpr std::string_view kShipmentStatus = "pending, packed, in_transit, out_for_delivery, delivered, returned";
constexpr sdk::HintTable kShipmentStatusHints(words_hint("shipping_status"), words_hint("delivery_status"),
                                              words_hint("shipment_status"), words_hint("shipment_state"),
                                              words_hint("tracking_status"), whole_name_hint("status", "shipment"),
                                              whole_name_hint("state", "shipment"),
                                              whole_name_hint("status", "delivery"),
                                              whole_name_hint("state", "delivery"), whole_name_hint("status", "parcel"),
                                              whole_name_hint("state", "parcel"), whole_name_hint("status", "picking"),
                                              whole_name_hint("state", "picking"));

constexpr std::string_view kSubscriptionStatus = "trialing, active, past_due, paused, canceled";
constexpr sdk::HintTable kSubscriptionStatusHints(words_hint("subscription_status"), words_hint("membership_status"),
                                                  whole_name_hint("status", "subscription"),
                                                  whole_name_hint("state", "subscription"),
                                                  whole_name_hint("status", "membership"),
                                                  whole_name_hint("state", "membership"));

constexpr std::string_view kUserStatus = "active, inactive, suspended, blocked, pending";
constexpr sdk::HintTable kUserStatusHints(words_hint("user_status"), whole_name_hint("status", "user"),
                                          whole_name_hint("state", "user"));

constexpr std::string_view kPostStatus = "draft, published, scheduled, archived";
constexpr sdk::HintTable kPostStatusHints(words_hint("post_status"), words_hint("publish_status"),
                                          words_hint("publication_status"), whole_name_hint("status", "post"),
                                          whole_name_hint("state", "post"), whole_name_hint("status", "article"),
                                          whole_name_hint("state", "article"), whole_name_hint("status", "page"),
                                          whole_name_hint("state", "page"), whole_name_hint("status", "book"),
                                          whole_name_hint("state", "book"), whole_name_hint("status", "blog"),
                                          whole_name_hint("state", "blog"));

constexpr std::string_view kCommentStatus = "open, closed, moderated";
constexpr sdk::HintTable kCommentStatusHints(words_hint("comment_status"), words_hint("ping_status"),
                                             words_hint("moderation_status"), whole_name_hint("status", "comment"),
                                             whole_name_hint("state", "comment"));

constexpr std::string_view kTaskStatus = "open, in_progress, blocked, review, done";
constexpr sdk::HintTable kTaskStatusHints(
    words_hint("task_status"), words_hint("ticket_status"), words_hint("issue_status"), words_hint("merge_status"),
    whole_name_hint("status", "task"), whole_name_hint("state", "task"), whole_name_hint("status", "ticket"),
    whole_name_hint("state", "ticket"), whole_name_hint("status", "issue"), whole_name_hint("state", "issue"),
    whole_name_hint("status", "bug"), whole_name_hint("state", "bug"), whole_name_hint("status", "story"),
    whole_name_hint("state", "story"), whole_name_hint("status", "merge_request"),
    whole_name_hint("state", "merge_request"), whole_name_hint("status", "pull_request"),
    whole_name_hint("state", "pull_request"), whole_name_hint("status", "case"), whole_name_hint("state", "case"));

constexpr std::string_view kJobStatus = "queued, running, succeeded, failed, cancelled";
constexpr sdk::HintTable kJobStatusHints(
    words_hint("job_status"), words_hint("run_status"), words_hint("build_status"), words_hint("sync_status"),
    words_hint("import_status"), words_hint("export_status"), whole_name_hint("status", "job"),
    whole_name_hint("state", "job"), whole_name_hint("status", "build"), whole_name_hint("state", "build"),
    whole_name_hint("status", "ci_build"), whole_name_hint("state", "ci_build"), whole_name_hint("status", "pipeline"),
    whole_name_hint("state", "pipeline"), whole_name_hint("status", "run"), whole_name_hint("state", "run"),
    whole_name_hint("status", "attempt"), whole_name_hint("state", "attempt"), whole_name_hint("status", "import"),
    whole_name_hint("state", "import"), whole_name_hint("status", "export"), whole_name_hint("state", "export"),
    whole_name_hint("status", "deployment"), whole_name_hint("state", "deployment"), whole_name_hint("status", "sync"),
    whole_name_hint("state", "sync"), whole_name_hint("status", "backup"), whole_name_hint("state", "backup"),
    whole_name_hint("status", "workflow"), whole_name_hint("state", "workflow"), whole_name_hint("status", "execution"),
    whole_name_hint("state", "execution"));

constexpr std::string_view kMessageStatus = "queued, sent, delivered, opened, bounced, failed";
constexpr sdk::HintTable kMessageStatusHints(
    words_hint("message_status"), words_hint("email_status"), whole_name_hint("status", "message"),
    whole_name_hint("state", "message"), whole_name_hint("status", "email"), whole_name_hint("state", "email"),
    whole_name_hint("status", "sms"), whole_name_hint("state", "sms"), whole_name_hint("status", "notification"),
    whole_name_hint("state", "notification"), words_hint("delivery_status", "message"),
    words_hint("delivery_status", "email"), words_hint("delivery_status", "notification"));

constexpr std::string_view kBookingStatus = "pending, confirmed, checked_in, completed, cancelled, no_show";
constexpr sdk::HintTable kBookingStatusHints(
    words_hint("booking_status"), words_hint("reservation_status"), words_hint("appointment_status"),
    whole_name_hint("status", "booking"), whole_name_hint("state", "booking"), whole_name_hint("status", "reservation"),
    whole_name_hint("state", "reservation"), whole_name_hint("status", "appointment"),
    whole_name_hint("state", "appointment"), whole_name_hint("status", "visit"), whole_name_hint("state", "visit"));

constexpr std::string_view kApprovalStatus = "requested, under_review, approved, rejected, withdrawn";
constexpr sdk::HintTable kApprovalStatusHints(
    words_hint("approval_status"), words_hint("application_status"), words_hint("review_status"),
    words_hint("request_status"), words_hint("acceptance_status"), words_hint("verification_status"),
    words_hint("return_status"), words_hint("kyc_status"), whole_name_hint("status", "request"),
    whole_name_hint("state", "request"), whole_name_hint("status", "application"),
    whole_name_hint("state", "application"), whole_name_hint("status", "return"), whole_name_hint("state", "return"),
    whole_name_hint("status", "claim"), whole_name_hint("state", "claim"), whole_name_hint("status", "loan"),
    whole_name_hint("state", "loan"), whole_name_hint("status", "approval"), whole_name_hint("state", "approval"),
    whole_name_hint("status", "leave_request"), whole_name_hint("state", "leave_request"),
    whole_name_hint("status", "proposal"), whole_name_hint("state", "proposal"),
    whole_name_hint("status", "submission"), whole_name_hint("state", "submission"));

constexpr std::string_view kInvitationStatus = "pending, accepted, declined, expired";
constexpr sdk::HintTable kInvitationStatusHints(
    words_hint("invitation_status"), words_hint("invite_status"), words_hint("rsvp_status"), words_hint("rsvp"),
    whole_name_hint("status", "invitation"), whole_name_hint("state", "invitation"),
    whole_name_hint("status", "invite"), whole_name_hint("state", "invite"), whole_name_hint("status", "friendship"),
    whole_name_hint("state", "friendship"), whole_name_hint("status", "friend_request"),
    whole_name_hint("state", "friend_request"));

constexpr std::string_view kEmploymentStatus = "active, on_leave, probation, retired, terminated";
constexpr sdk::HintTable kEmploymentStatusHints(words_hint("employment_status"), words_hint("employee_status"),
                                                whole_name_hint("status", "employee"),
                                                whole_name_hint("state", "employee"),
                                                whole_name_hint("status", "staff"), whole_name_hint("state", "staff"));

constexpr std::string_view kProjectStatus = "planned, active, on_hold, completed, cancelled";
constexpr sdk::HintTable kProjectStatusHints(words_hint("project_status"), words_hint("campaign_status"),
                                             whole_name_hint("status", "project"), whole_name_hint("state", "project"),
                                             whole_name_hint("status", "campaign"),
                                             whole_name_hint("state", "campaign"), whole_name_hint("status", "sprint"),
                                             whole_name_hint("state", "sprint"), whole_name_hint("status", "milestone"),
                                             whole_name_hint("state", "milestone"), whole_name_hint("status", "event"),
                                             whole_name_hint("state", "event"));

constexpr std::string_view kProductStatus = "active, draft, out_of_stock, discontinued";
constexpr sdk::HintTable kProductStatusHints(words_hint("product_status"), words_hint("stock_status"),
                                             words_hint("availability"), words_hint("availability_status"),
                                             words_hint("inventory_status"), whole_name_hint("status", "product"),
                                             whole_name_hint("state", "product"), whole_name_hint("status", "item"),
                                             whole_name_hint("state", "item"), whole_name_hint("status", "variant"),
                                             whole_name_hint("state", "variant"));

constexpr std::string_view kDeviceStatus = "online, offline, maintenance, error";
constexpr sdk::HintTable kDeviceStatusHints(words_hint("device_status"), words_hint("connection_status"),
                                            words_hint("server_status"), words_hint("node_status"),
                                            whole_name_hint("status", "device"), whole_name_hint("state", "device"),
                                            whole_name_hint("status", "sensor"), whole_name_hint("state", "sensor"),
                                            whole_name_hint("status", "server"), whole_name_hint("state", "server"),
                                            whole_name_hint("status", "node"), whole_name_hint("state", "node"),
                                            whole_name_hint("status", "machine"), whole_name_hint("state", "machine"),
                                            whole_name_hint("status", "host"), whole_name_hint("state", "host"),
                                            whole_name_hint("status", "printer"), whole_name_hint("state", "printer"),
                                            whole_name_hint("status", "gateway"), whole_name_hint("state", "gateway"),
                                            whole_name_hint("status", "robot"), whole_name_hint("state", "robot"));

constexpr std::string_view kIncidentStatus = "triggered, acknowledged, investigating, resolved";
constexpr sdk::HintTable kIncidentStatusHints(words_hint("incident_status"), words_hint("alert_status"),
                                              whole_name_hint("status", "incident"),
                                              whole_name_hint("state", "incident"), whole_name_hint("status", "alert"),
                                              whole_name_hint("state", "alert"), whole_name_hint("status", "alarm"),
                                              whole_name_hint("state", "alarm"), whole_name_hint("status", "outage"),
                                              whole_name_hint("state", "outage"));

constexpr std::string_view kEnrollmentStatus = "enrolled, completed, dropped, failed, waitlisted";
constexpr sdk::HintTable kEnrollmentStatusHints(words_hint("enrollment_status"),
                                                whole_name_hint("status", "enrollment"),
                                                whole_name_hint("state", "enrollment"),
                                                whole_name_hint("status", "registration"),
                                                whole_name_hint("state", "registration"));

constexpr std::string_view kLeadStage = "new, contacted, qualified, proposal, won, lost";
constexpr sdk::HintTable kLeadStageHints(words_hint("lead_status"), words_hint("deal_stage"), words_hint("lead_stage"),
                                         words_hint("sales_stage"), words_hint("pipeline_stage"),
                                         whole_name_hint("status", "lead"), whole_name_hint("state", "lead"),
                                         whole_name_hint("stage", "lead"), whole_name_hint("status", "deal"),
                                         whole_name_hint("state", "deal"), whole_name_hint("stage", "deal"),
                                         whole_name_hint("status", "opportunity"),
                                         whole_name_hint("state", "opportunity"),
                                         whole_name_hint("stage", "opportunity"), whole_name_hint("status", "crm_lead"),
                                         whole_name_hint("state", "crm_lead"), whole_name_hint("stage", "crm_lead"));

constexpr std::string_view kBuildStage = "build, test, lint, package, deploy";
constexpr sdk::HintTable kBuildStageHints(whole_name_hint("stage", "build"), whole_name_hint("stage", "ci_build"),
                                          whole_name_hint("stage", "pipeline"), whole_name_hint("stage", "job"));

constexpr datagen_generator_class kAll[] = {
    word_class<kStatus>("datagen.status", "A status", kStatusHints),
    word_class<kOrderStatus>("datagen.order_status", "An order's status", kOrderStatusHints),
    word_class<kPaymentStatus>("datagen.payment_status", "A payment's status", kPaymentStatusHints),
    word_class<kInvoiceStatus>("datagen.invoice_status", "An invoice's status", kInvoiceStatusHints),
    word_class<kShipmentStatus>("datagen.shipment_status", "A shipment's status", kShipmentStatusHints),
    word_class<kSubscriptionStatus>("datagen.subscription_status", "A subscription's status", kSubscriptionStatusHints),
    word_class<kUserStatus>("datagen.user_status", "A user's status", kUserStatusHints),
    word_class<kPostStatus>("datagen.post_status", "A text's status", kPostStatusHints),
    word_class<kCommentStatus>("datagen.comment_status", "Whether others may comment", kCommentStatusHints),
    word_class<kTaskStatus>("datagen.task_status", "A task's status", kTaskStatusHints),
    word_class<kJobStatus>("datagen.job_status", "A job's status", kJobStatusHints),
    word_class<kMessageStatus>("datagen.message_status", "A message's status", kMessageStatusHints),
    word_class<kBookingStatus>("datagen.booking_status", "A booking's or appointment's status", kBookingStatusHints),
    word_class<kApprovalStatus>("datagen.approval_status", "The status of a request", kApprovalStatusHints),
    word_class<kInvitationStatus>("datagen.invitation_status", "An invitation's status", kInvitationStatusHints),
    word_class<kEmploymentStatus>("datagen.employment_status", "An employee's status", kEmploymentStatusHints),
    word_class<kProjectStatus>("datagen.project_status", "A project's status", kProjectStatusHints),
    word_class<kProductStatus>("datagen.product_status", "A product's status", kProductStatusHints),
    word_class<kDeviceStatus>("datagen.device_status", "A device's status", kDeviceStatusHints),
    word_class<kIncidentStatus>("datagen.incident_status", "An incident's status", kIncidentStatusHints),
    word_class<kEnrollmentStatus>("datagen.enrollment_status", "A student's status in a course",
                                  kEnrollmentStatusHints),
    word_class<kLeadStage>("datagen.lead_stage", "A lead's or deal's stage", kLeadStageHints),
    word_class<kBuildStage>("datagen.build_stage", "A stage of a build", kBuildStageHints)};

constexpr auto kClasses = [] {
  std::array<const datagen_generator_class*, std::size(kAll)> result{};
  for (std::size_t i = 0; i < std::size(kAll); ++i) result[i] = &kAll[i];
  return result;
}();

}  // namespace

Classes status_classes() { return kClasses; }

}  // namespace datagen::generators
