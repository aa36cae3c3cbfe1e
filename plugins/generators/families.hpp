// The classes of each file of this plugin; plugin.cpp lists them all.
#pragma once

#include "common.hpp"

namespace datagen::generators {

Classes number_classes();
Classes choice_classes();
Classes pattern_classes();
Classes time_classes();
Classes series_classes();
Classes people_classes();
Classes account_classes();
Classes prose_classes();
Classes place_classes();
Classes street_classes();
Classes commerce_classes();
Classes code_classes();
Classes phone_classes();
Classes geometry_classes();
Classes range_type_classes();
Classes system_type_classes();
Classes type_classes();
Classes usual_number_classes();
Classes identifier_classes();
Classes status_classes();
Classes vocabulary_classes();

}  // namespace datagen::generators
