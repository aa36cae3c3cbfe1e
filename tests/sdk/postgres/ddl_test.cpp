#include "datagen/postgres/ddl.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace {

using namespace datagen;

template <class Struct>
Struct sized() {
  Struct object{};
  object.struct_size = sizeof object;
  return object;
}

// Two tables that refer to each other, with one of everything.
struct Shop {
  Shop() {
    mood.kind = DATAGEN_TYPE_ENUM;
    mood.name = "mood";
    mood.labels = labels;
    mood.n_labels = 2;
    box.kind = DATAGEN_TYPE_COMPOSITE;
    box.name = "box";
    box.field_names = field_names;
    box.field_types = field_types;
    box.n_fields = 2;
    price.kind = DATAGEN_TYPE_DOMAIN;
    price.schema = "sales";
    price.name = "price";
    price.base_type = "numeric(10,2)";
    price.constraint = "VALUE > 0";
    numbers.name = "numbers";
    numbers.start = 10;
    numbers.increment = 5;
    numbers.maximum = 1000;
    numbers.cache = 20;
    numbers.last_value = 55;
    numbers.flags = DATAGEN_SEQUENCE_HAS_MAXIMUM | DATAGEN_SEQUENCE_CYCLE | DATAGEN_SEQUENCE_USED;

    id.name = "id";
    id.type = "bigint";
    id.flags = DATAGEN_COLUMN_IDENTITY_ALWAYS | DATAGEN_COLUMN_HAS_LAST_VALUE | DATAGEN_COLUMN_NOT_NULL;
    id.last_value = 100;
    serial.name = "Number";
    serial.type = "serial";
    serial.flags = DATAGEN_COLUMN_SERIAL;
    mixed.name = "order";
    mixed.type = "text";
    mixed.default_expression = "'it''s'";
    mixed.comment = "it's a comment";
    total.name = "total";
    total.type = "integer";
    total.generated_expression = "id * 2";
    orders.schema = "sales";
    orders.name = "orders";
    orders.comment = "Orders";
    orders.columns = order_columns;
    orders.n_columns = 4;
    orders.constraints = order_constraints;
    orders.n_constraints = 4;
    orders.indexes = order_indexes;
    orders.n_indexes = 1;
    orders.row_count = 100;
    people.name = "people";
    people.columns = order_columns;
    people.n_columns = 1;

    key.kind = DATAGEN_PRIMARY_KEY;
    key.columns = key_columns;
    key.n_columns = 1;
    unique.kind = DATAGEN_UNIQUE;
    unique.name = "one of each";
    unique.columns = unique_columns;
    unique.n_columns = 2;
    unique.flags = DATAGEN_CONSTRAINT_NULLS_NOT_DISTINCT;
    check.kind = DATAGEN_CHECK;
    check.expression = "id > 0";
    foreign.kind = DATAGEN_FOREIGN_KEY;
    foreign.columns = key_columns;
    foreign.n_columns = 1;
    foreign.referenced_table = "people";
    foreign.referenced_columns = key_columns;
    foreign.on_delete = "SET NULL";
    foreign.flags = DATAGEN_CONSTRAINT_DEFERRABLE | DATAGEN_CONSTRAINT_INITIALLY_DEFERRED;
    index.name = "by_order";
    index.method = "btree";
    index.columns = unique_columns;
    index.n_columns = 1;
    index.where = "id > 5";
    index.flags = DATAGEN_INDEX_UNIQUE;

    database.name = "my shop";
    database.encoding = "UTF8";
    database.locale = "C";
    database.extensions = extensions;
    database.n_extensions = 1;
    database.schemas = schemas;
    database.n_schemas = 1;
    database.types = types;
    database.n_types = 3;
    database.sequences = sequences;
    database.n_sequences = 1;
    database.tables = tables;
    database.n_tables = 2;
  }

  datagen_type mood = sized<datagen_type>(), box = mood, price = mood;
  datagen_sequence numbers = sized<datagen_sequence>();
  datagen_column_definition id = sized<datagen_column_definition>(), serial = id, mixed = id, total = id;
  datagen_table_definition orders = sized<datagen_table_definition>(), people = orders;
  datagen_constraint key = sized<datagen_constraint>(), unique = key, check = key, foreign = key;
  datagen_index index = sized<datagen_index>();
  datagen_database database = sized<datagen_database>();
  const char* labels[2] = {"so so", "it's fine"};
  const char* field_names[2] = {"user", "cost"};
  const char* field_types[2] = {"mood[]", "sales.price"};
  const char* key_columns[1] = {"id"};
  const char* unique_columns[2] = {"order", "Number"};
  const char* extensions[1] = {"uuid-ossp"};
  const char* schemas[1] = {"sales"};
  const datagen_type* types[3] = {&box, &price, &mood};
  const datagen_sequence* sequences[1] = {&numbers};
  const datagen_column_definition* order_columns[4] = {&id, &serial, &mixed, &total};
  const datagen_constraint* order_constraints[4] = {&foreign, &check, &unique, &key};
  const datagen_index* order_indexes[1] = {&index};
  const datagen_table_definition* tables[2] = {&orders, &people};
};

bool in_order(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t at = 0;
  for (const std::string& part : parts) {
    at = text.find(part, at);
    if (at == std::string::npos) {
      UNSCOPED_INFO("not found, or not in its place: " << part << "\nin:\n" << text);
      return false;
    }
    at += part.size();
  }
  return true;
}

}  // namespace

TEST_CASE("what comes before the rows is complete and in pg_dump's order") {
  Shop shop;
  shop.database.contents = DATAGEN_CONTENT_CREATE_DATABASE | DATAGEN_CONTENT_DEFINITIONS | DATAGEN_CONTENT_DATA;
  CHECK(in_order(postgres::pre_data(shop.database),
                 {"SET statement_timeout = 0;\n",
                  "CREATE DATABASE \"my shop\" WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE = 'C';\n",
                  "\\connect -reuse-previous=on \"dbname='my shop'\"\n", "SET standard_conforming_strings = on;\n",
                  "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\";\n", "CREATE SCHEMA IF NOT EXISTS sales;\n",
                  "CREATE DOMAIN sales.price AS numeric(10,2)\n    CHECK (VALUE > 0);\n",
                  "CREATE TYPE mood AS ENUM (\n    'so so',\n    'it''s fine'\n);\n",
                  "CREATE TYPE box AS (\n    \"user\" mood[],\n    cost sales.price\n);\n",
                  "CREATE SEQUENCE numbers\n    START WITH 10\n    INCREMENT BY 5\n    NO MINVALUE\n"
                  "    MAXVALUE 1000\n    CACHE 20\n    CYCLE;\n",
                  "CREATE TABLE sales.orders (\n    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,\n"
                  "    \"Number\" serial,\n    \"order\" text DEFAULT ('it''s'),\n"
                  "    total integer GENERATED ALWAYS AS (id * 2) STORED\n);\n",
                  "CREATE TABLE people (\n"}));
}

TEST_CASE("what comes after the rows is complete, foreign keys after what they refer to") {
  Shop shop;
  shop.database.contents = DATAGEN_CONTENT_DEFINITIONS | DATAGEN_CONTENT_DATA;
  CHECK(in_order(
      postgres::post_data(shop.database),
      {"ALTER TABLE ONLY sales.orders\n    ADD PRIMARY KEY (id);\n",
       "ADD CONSTRAINT \"one of each\" UNIQUE NULLS NOT DISTINCT (\"order\", \"Number\");\n", "ADD CHECK (id > 0);\n",
       "CREATE UNIQUE INDEX by_order ON sales.orders USING btree (\"order\") WHERE (id > 5);\n",
       "ADD FOREIGN KEY (id) REFERENCES people(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;\n",
       "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('sales.orders', 'id'), 100, true);\n",
       "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('sales.orders', 'Number'), "
       "GREATEST(max(\"Number\"), 1), COALESCE(max(\"Number\") >= 1, false)) FROM sales.orders;\n",
       "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('people', 'id'), 1, false);\n",
       "SELECT pg_catalog.setval('numbers', 55, true);\n", "COMMENT ON TABLE sales.orders IS 'Orders';\n",
       "COMMENT ON COLUMN sales.orders.\"order\" IS 'it''s a comment';\n",
       "ANALYZE sales.orders;\nANALYZE people;\n"}));
}

TEST_CASE("a run's contents decide what is written") {
  Shop shop;
  shop.database.contents = DATAGEN_CONTENT_DATA;
  CHECK(postgres::pre_data(shop.database) == postgres::settings());
  const std::string data_only = postgres::post_data(shop.database);
  CHECK(data_only.find("ALTER") == std::string::npos);
  CHECK(data_only.find("CREATE") == std::string::npos);
  CHECK(data_only.find("COMMENT") == std::string::npos);
  CHECK(in_order(data_only, {"setval", "ANALYZE"}));
  shop.database.contents = DATAGEN_CONTENT_DEFINITIONS;
  const std::string schema_only = postgres::post_data(shop.database);
  CHECK(schema_only.find("setval") == std::string::npos);
  CHECK(schema_only.find("ANALYZE") == std::string::npos);
  CHECK(in_order(schema_only, {"PRIMARY KEY", "FOREIGN KEY", "COMMENT"}));
}

TEST_CASE("types that use one another in a circle keep the written order") {
  Shop shop;
  shop.field_types[0] = "Other";
  shop.mood.kind = DATAGEN_TYPE_DOMAIN;
  shop.mood.name = "other";
  shop.mood.base_type = "box[]";
  const std::vector<const datagen_type*> order = postgres::types_in_order(shop.database);
  REQUIRE(order.size() == 3);
  CHECK(order[2] == &shop.box);
}

TEST_CASE("a database that cannot be connected to is refused before any output") {
  Shop shop;
  shop.database.contents = DATAGEN_CONTENT_CREATE_DATABASE;
  shop.database.name = "two\nlines";
  CHECK_THROWS_AS(postgres::pre_data(shop.database), sdk::PluginError);
  shop.database.name = nullptr;
  CHECK_THROWS_AS(postgres::pre_data(shop.database), sdk::PluginError);
  CHECK(postgres::connect_command("shop") == "\\connect shop\n\n");
  CHECK(postgres::connect_command("it's\\") == "\\connect -reuse-previous=on \"dbname='it\\'s\\\\'\"\n\n");
}
