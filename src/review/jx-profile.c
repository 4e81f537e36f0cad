/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/jx-profile.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/jx-error.h"
#include "base/jx-fold.h"
#include "base/jx-place.h"
#include "model/jx-document.h"
#include "review/jx-profile-resources.h"

#define PROFILE_NAMESPACE "urn:jixiao:profile:1"

struct _JxProfile
{
  char *id;
  gboolean standard;
  GPtrArray *level1;     /* (element-type utf8), ends in NULL */
  GPtrArray *level2;     /* (element-type GPtrArray): of each first level, ends in NULL */
  GPtrArray *all_level2; /* (element-type utf8), not owned, ends in NULL */
  GPtrArray *bases;      /* (element-type utf8), ends in NULL */
  GArray *months;        /* (element-type int) */
  GArray *percents;      /* (element-type JxDecimal) */
  gint64 tolerance;
};

/* All profiles there are, in the order they were found. */
typedef struct
{
  GPtrArray *profiles;
  GPtrArray *ids; /* ends in NULL */
  const JxProfile *standard;
} ProfileSet;

static void
set_error (GError **error, const char *name, const xmlNode *node, const char *sentence)
{
  jx_error_set_at (error, JX_ERROR_STRUCTURE, name, node != NULL ? (int) xmlGetLineNo (node) : 0, "%s", sentence);
}

static char *
dup_words (xmlChar *words)
{
  char *stripped = jx_strip_dup (words != NULL ? (const char *) words : "");

  xmlFree (words);

  return stripped;
}

static char *
dup_attribute (xmlNode *node, const char *attribute)
{
  return dup_words (xmlGetNoNsProp (node, (const xmlChar *) attribute));
}

static gboolean
is_element (const xmlNode *node, const char *element)
{
  return node->type == XML_ELEMENT_NODE
         && node->ns != NULL && xmlStrEqual (node->ns->href, (const xmlChar *) PROFILE_NAMESPACE)
         && xmlStrEqual (node->name, (const xmlChar *) element);
}

/* The first element called so from @node on, among its siblings. */
static xmlNode *
find_element (xmlNode *node, const char *element)
{
  while (node != NULL && !is_element (node, element))
    node = node->next;

  return node;
}

/* Hundredths of a percent from "83" or "83.33"; -1 if it is not a percentage. */
static gint64
parse_share (const char *text, JxDecimal *percent)
{
  const JxDecimal hundred = { 100, 0 };
  gint64 factor = 100;

  if (!jx_decimal_parse (text, percent) || percent->scale > 2 || percent->mantissa < 0
      || jx_decimal_compare (*percent, hundred) > 0)
    return -1;
  for (int i = 0; i < percent->scale; i++)
    factor /= 10;

  return percent->mantissa * factor;
}

static gboolean
parse_taxonomy (JxProfile *profile, xmlNode *taxonomy, const char *name, GError **error)
{
  for (xmlNode *one = find_element (taxonomy->children, "level1"); one != NULL; one = find_element (one->next, "level1"))
    {
      GPtrArray *under = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (profile->level1, dup_attribute (one, "name"));
      g_ptr_array_add (profile->level2, under);
      for (xmlNode *two = find_element (one->children, "level2"); two != NULL; two = find_element (two->next, "level2"))
        {
          char *level2 = dup_attribute (two, "name");

          g_ptr_array_add (under, level2);
          g_ptr_array_add (profile->all_level2, level2);
        }
      if (under->len == 0)
        {
          set_error (error, name, one, _("This first level has no second level; add one."));
          return FALSE;
        }
      g_ptr_array_add (under, NULL);
    }

  if (profile->level1->len > 0)
    return TRUE;

  set_error (error, name, taxonomy, _("The taxonomy names no first level; add one."));
  return FALSE;
}

static gboolean
parse_plan (JxProfile *profile, xmlNode *plan, const char *name, GError **error)
{
  int last = 0;

  for (xmlNode *node = find_element (plan->children, "checkpoint"); node != NULL; node = find_element (node->next, "checkpoint"))
    {
      g_autofree char *month_text = dup_attribute (node, "month");
      g_autofree char *percent_text = dup_attribute (node, "percent");
      guint64 number;
      JxDecimal percent;
      int month;

      if (!g_ascii_string_to_unsigned (month_text, 10, 1, 12, &number, NULL) || (int) number <= last)
        {
          set_error (error, name, node, _("Months of the plan are numbers from 1 to 12, in order; mend this one."));
          return FALSE;
        }
      if (parse_share (percent_text, &percent) < 0)
        {
          set_error (error, name, node, _("Percentages of the plan lie between 0 and 100, with at most two decimals; mend this one."));
          return FALSE;
        }
      last = month = (int) number;
      g_array_append_val (profile->months, month);
      g_array_append_val (profile->percents, percent);
    }

  return TRUE;
}

static void
parse_bases (JxProfile *profile, xmlNode *bases)
{
  for (xmlNode *node = find_element (bases->children, "basis"); node != NULL; node = find_element (node->next, "basis"))
    g_ptr_array_add (profile->bases, dup_words (xmlNodeGetContent (node)));
}

static gboolean
parse_root (JxProfile *profile, xmlNode *root, const char *name, GError **error)
{
  xmlNode *taxonomy = find_element (root->children, "taxonomy");
  xmlNode *bases = find_element (root->children, "bases");
  xmlNode *plan = find_element (root->children, "plan");
  xmlNode *progress = find_element (root->children, "progress");
  g_autofree char *standard = dup_attribute (root, "standard");
  g_autofree char *tolerance = NULL;
  JxDecimal percent;

  profile->id = dup_attribute (root, "id");
  profile->standard = g_str_equal (standard, "true") || g_str_equal (standard, "1");
  if (*profile->id == '\0' || taxonomy == NULL || bases == NULL || plan == NULL || progress == NULL)
    {
      set_error (error, name, root, _("A profile needs an id, a taxonomy, bases, a plan and progress; add what is missing."));
      return FALSE;
    }
  if (!parse_taxonomy (profile, taxonomy, name, error) || !parse_plan (profile, plan, name, error))
    return FALSE;
  parse_bases (profile, bases);
  tolerance = dup_attribute (progress, "tolerance");
  profile->tolerance = parse_share (tolerance, &percent);
  if (profile->tolerance < 0)
    {
      set_error (error, name, progress, _("The tolerance is a percentage between 0 and 100 with at most two decimals; mend it."));
      return FALSE;
    }
  g_ptr_array_add (profile->level1, NULL);
  g_ptr_array_add (profile->all_level2, NULL);
  g_ptr_array_add (profile->bases, NULL);

  return TRUE;
}

JxProfile *
jx_profile_parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (JxProfile) profile = NULL;
  xmlDoc *xml;
  gboolean good = FALSE;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  xml = length <= G_MAXINT
        ? xmlReadMemory (data, (int) length, name, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
        : NULL;
  if (xml == NULL)
    {
      jx_error_set_at (error, JX_ERROR_SYNTAX, name, 0, _("This is not well-formed XML; mend it with an editor."));
      return NULL;
    }
  profile = g_new0 (JxProfile, 1);
  profile->level1 = g_ptr_array_new_with_free_func (g_free);
  profile->level2 = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  profile->all_level2 = g_ptr_array_new ();
  profile->bases = g_ptr_array_new_with_free_func (g_free);
  profile->months = g_array_new (FALSE, FALSE, sizeof (int));
  profile->percents = g_array_new (FALSE, FALSE, sizeof (JxDecimal));
  if (xml->intSubset != NULL || !is_element (xmlDocGetRootElement (xml), "profile"))
    jx_error_set_at (error, JX_ERROR_STRUCTURE, name, 0, _("This is not a profile of Jixiao; take the file out of the profiles folder."));
  else
    good = parse_root (profile, xmlDocGetRootElement (xml), name, error);
  xmlFreeDoc (xml);

  return good ? g_steal_pointer (&profile) : NULL;
}

void
jx_profile_free (JxProfile *profile)
{
  if (profile == NULL)
    return;

  g_free (profile->id);
  g_ptr_array_unref (profile->level1);
  g_ptr_array_unref (profile->level2);
  g_ptr_array_unref (profile->all_level2);
  g_ptr_array_unref (profile->bases);
  g_array_unref (profile->months);
  g_array_unref (profile->percents);
  g_free (profile);
}

static JxProfile *
load_profile (const char *uri, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &data, &length, NULL, error))
    return NULL;

  return jx_profile_parse (data, length, name, error);
}

static ProfileSet *
load_set (void)
{
  g_autoptr (GPtrArray) uris = NULL;
  ProfileSet *set = g_new0 (ProfileSet, 1);

  /* By hand: a static library's constructor is dropped by the linker. */
  jx_profiles_register_resource ();
  uris = jx_place_list_data ("profiles");
  set->profiles = g_ptr_array_new ();
  set->ids = g_ptr_array_new ();
  for (guint i = 0; i < uris->len; i++)
    {
      g_autoptr (GError) error = NULL;
      JxProfile *profile = load_profile (g_ptr_array_index (uris, i), &error);

      if (profile == NULL)
        {
          g_message ("%s", error->message);
          continue;
        }
      g_ptr_array_add (set->profiles, profile);
      g_ptr_array_add (set->ids, profile->id);
      if (set->standard == NULL && profile->standard)
        set->standard = profile;
    }
  g_assert (set->profiles->len > 0);
  if (set->standard == NULL)
    set->standard = g_ptr_array_index (set->profiles, 0);
  g_ptr_array_add (set->ids, NULL);

  return set;
}

static const ProfileSet *
get_set (void)
{
  static ProfileSet *set;

  if (g_once_init_enter (&set))
    g_once_init_leave (&set, load_set ());

  return set;
}

const JxProfile *
jx_profile_get (const char *id)
{
  const ProfileSet *set = get_set ();

  for (guint i = 0; id != NULL && i < set->profiles->len; i++)
    {
      const JxProfile *profile = g_ptr_array_index (set->profiles, i);

      if (g_str_equal (profile->id, id))
        return profile;
    }

  return set->standard;
}

const JxProfile *
jx_profile_for (const JxItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  return jx_profile_get (jx_item_get (jx_document_get_root (jx_item_get_document (item)), JX_FIELD_PROFILE));
}

const char * const *
jx_profile_list_ids (void)
{
  return (const char * const *) get_set ()->ids->pdata;
}

const char *
jx_profile_get_id (const JxProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);

  return profile->id;
}

const char * const *
jx_profile_list_level1 (const JxProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);

  return (const char * const *) profile->level1->pdata;
}

/* Colleagues write 产出 as well as 产出指标. */
static char *
fold_level (const char *level)
{
  char *folded = jx_fold (level);

  if (g_str_has_suffix (folded, "指标"))
    folded[strlen (folded) - strlen ("指标")] = '\0';

  return folded;
}

const char * const *
jx_profile_list_level2 (const JxProfile *profile, const char *level1)
{
  g_autofree char *wanted = level1 != NULL ? fold_level (level1) : NULL;

  g_return_val_if_fail (profile != NULL, NULL);

  for (guint i = 0; wanted != NULL && i < profile->level2->len; i++)
    {
      g_autofree char *folded = fold_level (g_ptr_array_index (profile->level1, i));
      GPtrArray *under = g_ptr_array_index (profile->level2, i);

      if (g_str_equal (folded, wanted))
        return (const char * const *) under->pdata;
    }

  return (const char * const *) profile->all_level2->pdata;
}

const char * const *
jx_profile_list_bases (const JxProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);

  return (const char * const *) profile->bases->pdata;
}

guint
jx_profile_get_plan (const JxProfile *profile, const int **months, const JxDecimal **percents)
{
  g_return_val_if_fail (profile != NULL, 0);

  if (months != NULL)
    *months = (const int *) (gpointer) profile->months->data;
  if (percents != NULL)
    *percents = (const JxDecimal *) (gpointer) profile->percents->data;

  return profile->months->len;
}

gint64
jx_profile_get_tolerance (const JxProfile *profile)
{
  g_return_val_if_fail (profile != NULL, 0);

  return profile->tolerance;
}
