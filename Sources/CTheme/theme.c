// The default theme, as it stands in templates/ when the tool is built. A file added there is added here.
#include "theme.h"

static const unsigned char about_mustache[] = {
#embed "../../templates/about.mustache"
};
static const unsigned char as_of_mustache[] = {
#embed "../../templates/as-of.mustache"
};
static const unsigned char below_css[] = {
#embed "../../templates/below.css"
};
static const unsigned char board_mustache[] = {
#embed "../../templates/board.mustache"
};
static const unsigned char calendar_css[] = {
#embed "../../templates/calendar.css"
};
static const unsigned char calendar_js[] = {
#embed "../../templates/calendar.js"
};
static const unsigned char calendar_mustache[] = {
#embed "../../templates/calendar.mustache"
};
static const unsigned char changes_mustache[] = {
#embed "../../templates/changes.mustache"
};
static const unsigned char contents_mustache[] = {
#embed "../../templates/contents.mustache"
};
static const unsigned char crumbs_mustache[] = {
#embed "../../templates/crumbs.mustache"
};
static const unsigned char directive_mustache[] = {
#embed "../../templates/directive.mustache"
};
static const unsigned char fairness_mustache[] = {
#embed "../../templates/fairness.mustache"
};
static const unsigned char feeds_mustache[] = {
#embed "../../templates/feeds.mustache"
};
static const unsigned char foot_mustache[] = {
#embed "../../templates/foot.mustache"
};
static const unsigned char freshness_mustache[] = {
#embed "../../templates/freshness.mustache"
};
static const unsigned char handoff_people_mustache[] = {
#embed "../../templates/handoff-people.mustache"
};
static const unsigned char handoff_rows_mustache[] = {
#embed "../../templates/handoff-rows.mustache"
};
static const unsigned char handoffs_mustache[] = {
#embed "../../templates/handoffs.mustache"
};
static const unsigned char head_mustache[] = {
#embed "../../templates/head.mustache"
};
static const unsigned char home_mustache[] = {
#embed "../../templates/home.mustache"
};
static const unsigned char icon_svg[] = {
#embed "../../templates/icon.svg"
};
static const unsigned char marks_mustache[] = {
#embed "../../templates/marks.mustache"
};
static const unsigned char navigation_mustache[] = {
#embed "../../templates/navigation.mustache"
};
static const unsigned char not_found_mustache[] = {
#embed "../../templates/not-found.mustache"
};
static const unsigned char now_js[] = {
#embed "../../templates/now.js"
};
static const unsigned char now_seat_mustache[] = {
#embed "../../templates/now-seat.mustache"
};
static const unsigned char now_mustache[] = {
#embed "../../templates/now.mustache"
};
static const unsigned char offline_js[] = {
#embed "../../templates/offline.js"
};
static const unsigned char page_mustache[] = {
#embed "../../templates/page.mustache"
};
static const unsigned char people_mustache[] = {
#embed "../../templates/people.mustache"
};
static const unsigned char person_mustache[] = {
#embed "../../templates/person.mustache"
};
static const unsigned char print_mustache[] = {
#embed "../../templates/print.mustache"
};
static const unsigned char priorities_mustache[] = {
#embed "../../templates/priorities.mustache"
};
static const unsigned char redirect_mustache[] = {
#embed "../../templates/redirect.mustache"
};
static const unsigned char review_rows_mustache[] = {
#embed "../../templates/review-rows.mustache"
};
static const unsigned char rota_seats_mustache[] = {
#embed "../../templates/rota-seats.mustache"
};
static const unsigned char rota_mustache[] = {
#embed "../../templates/rota.mustache"
};
static const unsigned char rotas_mustache[] = {
#embed "../../templates/rotas.mustache"
};
static const unsigned char search_index_js[] = {
#embed "../../templates/search-index.js"
};
static const unsigned char search_results_js[] = {
#embed "../../templates/search-results.js"
};
static const unsigned char search_js[] = {
#embed "../../templates/search.js"
};
static const unsigned char search_mustache[] = {
#embed "../../templates/search.mustache"
};
static const unsigned char shifts_mustache[] = {
#embed "../../templates/shifts.mustache"
};
static const unsigned char site_css[] = {
#embed "../../templates/site.css"
};
static const unsigned char site_js[] = {
#embed "../../templates/site.js"
};
static const unsigned char step_person_mustache[] = {
#embed "../../templates/step-person.mustache"
};
static const unsigned char subscribe_mustache[] = {
#embed "../../templates/subscribe.mustache"
};
static const unsigned char tag_mustache[] = {
#embed "../../templates/tag.mustache"
};
static const unsigned char tags_mustache[] = {
#embed "../../templates/tags.mustache"
};
static const unsigned char team_mustache[] = {
#embed "../../templates/team.mustache"
};
static const unsigned char teams_mustache[] = {
#embed "../../templates/teams.mustache"
};
static const unsigned char zone_mustache[] = {
#embed "../../templates/zone.mustache"
};

static const struct theme_file files[] = {
  {"about.mustache", about_mustache, sizeof about_mustache},
  {"as-of.mustache", as_of_mustache, sizeof as_of_mustache},
  {"below.css", below_css, sizeof below_css},
  {"board.mustache", board_mustache, sizeof board_mustache},
  {"calendar.css", calendar_css, sizeof calendar_css},
  {"calendar.js", calendar_js, sizeof calendar_js},
  {"calendar.mustache", calendar_mustache, sizeof calendar_mustache},
  {"changes.mustache", changes_mustache, sizeof changes_mustache},
  {"contents.mustache", contents_mustache, sizeof contents_mustache},
  {"crumbs.mustache", crumbs_mustache, sizeof crumbs_mustache},
  {"directive.mustache", directive_mustache, sizeof directive_mustache},
  {"fairness.mustache", fairness_mustache, sizeof fairness_mustache},
  {"feeds.mustache", feeds_mustache, sizeof feeds_mustache},
  {"foot.mustache", foot_mustache, sizeof foot_mustache},
  {"freshness.mustache", freshness_mustache, sizeof freshness_mustache},
  {"handoff-people.mustache", handoff_people_mustache, sizeof handoff_people_mustache},
  {"handoff-rows.mustache", handoff_rows_mustache, sizeof handoff_rows_mustache},
  {"handoffs.mustache", handoffs_mustache, sizeof handoffs_mustache},
  {"head.mustache", head_mustache, sizeof head_mustache},
  {"home.mustache", home_mustache, sizeof home_mustache},
  {"icon.svg", icon_svg, sizeof icon_svg},
  {"marks.mustache", marks_mustache, sizeof marks_mustache},
  {"navigation.mustache", navigation_mustache, sizeof navigation_mustache},
  {"not-found.mustache", not_found_mustache, sizeof not_found_mustache},
  {"now.js", now_js, sizeof now_js},
  {"now-seat.mustache", now_seat_mustache, sizeof now_seat_mustache},
  {"now.mustache", now_mustache, sizeof now_mustache},
  {"offline.js", offline_js, sizeof offline_js},
  {"page.mustache", page_mustache, sizeof page_mustache},
  {"people.mustache", people_mustache, sizeof people_mustache},
  {"person.mustache", person_mustache, sizeof person_mustache},
  {"print.mustache", print_mustache, sizeof print_mustache},
  {"priorities.mustache", priorities_mustache, sizeof priorities_mustache},
  {"redirect.mustache", redirect_mustache, sizeof redirect_mustache},
  {"review-rows.mustache", review_rows_mustache, sizeof review_rows_mustache},
  {"rota-seats.mustache", rota_seats_mustache, sizeof rota_seats_mustache},
  {"rota.mustache", rota_mustache, sizeof rota_mustache},
  {"rotas.mustache", rotas_mustache, sizeof rotas_mustache},
  {"search-index.js", search_index_js, sizeof search_index_js},
  {"search-results.js", search_results_js, sizeof search_results_js},
  {"search.js", search_js, sizeof search_js},
  {"search.mustache", search_mustache, sizeof search_mustache},
  {"shifts.mustache", shifts_mustache, sizeof shifts_mustache},
  {"site.css", site_css, sizeof site_css},
  {"site.js", site_js, sizeof site_js},
  {"step-person.mustache", step_person_mustache, sizeof step_person_mustache},
  {"subscribe.mustache", subscribe_mustache, sizeof subscribe_mustache},
  {"tag.mustache", tag_mustache, sizeof tag_mustache},
  {"tags.mustache", tags_mustache, sizeof tags_mustache},
  {"team.mustache", team_mustache, sizeof team_mustache},
  {"teams.mustache", teams_mustache, sizeof teams_mustache},
  {"zone.mustache", zone_mustache, sizeof zone_mustache},
};

struct theme_file theme_file_at(unsigned long position) { return files[position]; }
unsigned long theme_file_count(void) { return sizeof files / sizeof files[0]; }
