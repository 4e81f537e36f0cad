/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-docx-numbering.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-docx-format.h"
#include "exchange/jx-sax.h"

#define N_LEVELS 9
/* Styles based on one another in a ring. */
#define MAX_CHAIN 20
/* Numbers past this are somebody's joke. */
#define MAX_START 1000000
#define MAX_THINGS 50000

/* Level: one level of a list. @style: the style that takes its numbers here. */
typedef struct
{
  int start;
  int restart; /* the level, from 1, behind which it begins anew; 0 never; -1 any above it */
  char *format;
  char *text;
  char *style;
  gboolean legal;
  gboolean no_gap;
} Level;

/* List: what Word calls an abstract number. @link: the style that has the true one. */
typedef struct
{
  Level levels[N_LEVELS];
  char *link;
  gboolean begun[N_LEVELS];
  guint count[N_LEVELS];
} List;

typedef struct
{
  int list;
  int starts[N_LEVELS]; /* -1: as the list's */
  Level *own[N_LEVELS];
} Number;

typedef struct
{
  char *based_on;
  int number_id;
  int level;
} Style;

struct _JxDocxNumbering
{
  GHashTable *lists;   /* int → List */
  GHashTable *numbers; /* int → Number */
  GHashTable *styles;  /* utf8 → Style */
  /* While being read. */
  List *list;
  Number *number;
  Style *style;
  int level_at;
  Level *level;
};

enum { E_ABSTRACT, E_NUM, E_ABSTRACT_ID, E_OVERRIDE, E_START_OVERRIDE, E_LVL, E_START, E_FORMAT, E_TEXT, E_RESTART, E_LEGAL,
       E_SUFFIX, E_LEVEL_STYLE, E_LINK, E_STYLE, E_BASED_ON, E_NUM_ID, E_ILVL };

static const char * const names[] = {
  "w:abstractNum", "w:num", "w:abstractNumId", "w:lvlOverride", "w:startOverride", "w:lvl", "w:start", "w:numFmt", "w:lvlText",
  "w:lvlRestart", "w:isLgl", "w:suff", "w:pStyle", "w:numStyleLink", "w:style", "w:basedOn", "w:numId", "w:ilvl", NULL
};

static void
level_clear (Level *level)
{
  g_free (level->format);
  g_free (level->text);
  g_free (level->style);
}

static void
list_free (gpointer data)
{
  List *list = data;

  for (guint i = 0; i < N_LEVELS; i++)
    level_clear (&list->levels[i]);
  g_free (list->link);
  g_free (list);
}

static void
number_free (gpointer data)
{
  Number *number = data;

  for (guint i = 0; i < N_LEVELS; i++)
    if (number->own[i] != NULL)
      {
        level_clear (number->own[i]);
        g_free (number->own[i]);
      }
  g_free (number);
}

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->based_on);
  g_free (style);
}

static void
begin_list (JxDocxNumbering *n, int id)
{
  n->list = g_new0 (List, 1);
  for (guint i = 0; i < N_LEVELS; i++)
    {
      n->list->levels[i].start = 1;
      n->list->levels[i].restart = -1;
    }
  g_hash_table_replace (n->lists, GINT_TO_POINTER (id), n->list);
}

static void
begin_number (JxDocxNumbering *n, int id)
{
  n->number = g_new0 (Number, 1);
  n->number->list = -1;
  for (guint i = 0; i < N_LEVELS; i++)
    n->number->starts[i] = -1;
  g_hash_table_replace (n->numbers, GINT_TO_POINTER (id), n->number);
}

static void
begin_level (JxDocxNumbering *n, int at)
{
  n->level = NULL;
  if (at < 0 || at >= N_LEVELS)
    return;
  if (n->list != NULL)
    n->level = &n->list->levels[at];
  else if (n->number != NULL)
    {
      if (n->number->own[at] == NULL)
        n->number->own[at] = g_new0 (Level, 1);
      n->level = n->number->own[at];
      n->level->start = 1;
      n->level->restart = -1;
    }
}

static void
take_level (Level *level, JxSax *sax, int element)
{
  switch (element)
    {
    case E_START:
      level->start = CLAMP (jx_sax_get_number (sax, "val", 1), 0, MAX_START);
      break;
    case E_RESTART:
      level->restart = jx_sax_get_number (sax, "val", -1);
      break;
    case E_FORMAT:
      g_free (level->format);
      level->format = jx_sax_dup (sax, "val");
      break;
    case E_TEXT:
      g_free (level->text);
      level->text = jx_sax_dup (sax, "val");
      break;
    case E_LEVEL_STYLE:
      g_free (level->style);
      level->style = jx_sax_dup (sax, "val");
      break;
    case E_LEGAL:
      level->legal = jx_sax_is_on (sax);
      break;
    case E_SUFFIX:
      level->no_gap = jx_sax_is (sax, "val", "nothing");
      break;
    default:
      break;
    }
}

static void
start_cb (JxSax *sax, int element, gpointer user_data)
{
  JxDocxNumbering *n = user_data;

  if (g_hash_table_size (n->lists) + g_hash_table_size (n->numbers) + g_hash_table_size (n->styles) > MAX_THINGS)
    jx_sax_refuse (sax, JX_ERROR_LIMIT, _("The file has more styles and lists than any document; copy its text into a new one and import that"));
  else if (element == E_ABSTRACT)
    begin_list (n, jx_sax_get_number (sax, "abstractNumId", -1));
  else if (element == E_NUM)
    begin_number (n, jx_sax_get_number (sax, "numId", -1));
  else if (element == E_ABSTRACT_ID && n->number != NULL)
    n->number->list = jx_sax_get_number (sax, "val", -1);
  else if (element == E_OVERRIDE)
    n->level_at = jx_sax_get_number (sax, "ilvl", -1);
  else if (element == E_START_OVERRIDE && n->number != NULL && n->level_at >= 0 && n->level_at < N_LEVELS)
    n->number->starts[n->level_at] = CLAMP (jx_sax_get_number (sax, "val", 1), 0, MAX_START);
  else if (element == E_LVL)
    begin_level (n, jx_sax_get_number (sax, "ilvl", -1));
  else if (element == E_LINK && n->list != NULL)
    {
      g_free (n->list->link);
      n->list->link = jx_sax_dup (sax, "val");
    }
  else if (element == E_STYLE)
    {
      char *id = jx_sax_dup (sax, "styleId");

      n->style = g_new0 (Style, 1);
      n->style->number_id = n->style->level = -1;
      g_hash_table_replace (n->styles, id != NULL ? id : g_strdup (""), n->style);
    }
  else if (n->style != NULL && element == E_BASED_ON)
    {
      g_free (n->style->based_on);
      n->style->based_on = jx_sax_dup (sax, "val");
    }
  else if (n->style != NULL && element == E_NUM_ID)
    n->style->number_id = jx_sax_get_number (sax, "val", -1);
  else if (n->style != NULL && element == E_ILVL)
    n->style->level = jx_sax_get_number (sax, "val", -1);
  else if (n->level != NULL)
    take_level (n->level, sax, element);
}

static void
end_cb (JxSax *sax, int element, gpointer user_data)
{
  JxDocxNumbering *n = user_data;

  if (element == E_ABSTRACT)
    n->list = NULL;
  else if (element == E_NUM)
    n->number = NULL;
  else if (element == E_LVL)
    n->level = NULL;
  else if (element == E_STYLE)
    n->style = NULL;
}

static void
text_cb (JxSax *sax, const char *text, gsize length, gpointer user_data)
{
}

JxDocxNumbering *
jx_docx_numbering_new (JxZip *zip, const char *numbering, const char *styles, GError **error)
{
  static const JxSaxHandler handler = { names, start_cb, end_cb, text_cb };
  g_autoptr (JxDocxNumbering) n = g_new0 (JxDocxNumbering, 1);

  n->lists = g_hash_table_new_full (NULL, NULL, NULL, list_free);
  n->numbers = g_hash_table_new_full (NULL, NULL, NULL, number_free);
  n->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  if (numbering != NULL && !jx_sax_read (zip, numbering, &handler, n, error))
    return NULL;
  if (styles != NULL && !jx_sax_read (zip, styles, &handler, n, error))
    return NULL;

  return g_steal_pointer (&n);
}

void
jx_docx_numbering_free (JxDocxNumbering *numbering)
{
  if (numbering == NULL)
    return;

  g_hash_table_unref (numbering->lists);
  g_hash_table_unref (numbering->numbers);
  g_hash_table_unref (numbering->styles);
  g_free (numbering);
}

/* What the style and those it is based on say where the paragraph does not. */
static void
ask_style (const JxDocxNumbering *n, const char *name, int *number_id, int *level)
{
  const char *at = name;

  for (guint i = 0; at != NULL && i < MAX_CHAIN && *number_id < 0; i++)
    {
      const Style *style = g_hash_table_lookup (n->styles, at);

      if (style == NULL)
        return;
      if (*level < 0)
        *level = style->level;
      *number_id = style->number_id;
      at = style->based_on;
    }
}

static List *
find_list (const JxDocxNumbering *n, const Number *number)
{
  List *list = g_hash_table_lookup (n->lists, GINT_TO_POINTER (number->list));

  for (guint i = 0; list != NULL && list->link != NULL && i < MAX_CHAIN; i++)
    {
      const Style *style = g_hash_table_lookup (n->styles, list->link);
      const Number *linked = style != NULL ? g_hash_table_lookup (n->numbers, GINT_TO_POINTER (style->number_id)) : NULL;

      if (linked == NULL)
        break;
      list = g_hash_table_lookup (n->lists, GINT_TO_POINTER (linked->list));
    }

  return list;
}

static const Level *
get_level (const List *list, const Number *number, int at)
{
  return number->own[at] != NULL ? number->own[at] : &list->levels[at];
}

static int
find_level_of_style (const List *list, const char *style)
{
  for (int i = 0; style != NULL && i < N_LEVELS; i++)
    if (g_strcmp0 (list->levels[i].style, style) == 0)
      return i;

  return 0;
}

static void
count (List *list, Number *number, int at)
{
  if (number->starts[at] >= 0)
    {
      list->count[at] = (guint) number->starts[at];
      list->begun[at] = TRUE;
      /* It begins anew once; from then on it counts. */
      number->starts[at] = -1;
    }
  else if (list->begun[at])
    list->count[at]++;
  else
    list->count[at] = (guint) get_level (list, number, at)->start;
  list->begun[at] = TRUE;

  for (int i = 0; i < at; i++)
    if (!list->begun[i])
      {
        list->count[i] = (guint) get_level (list, number, i)->start;
        list->begun[i] = TRUE;
      }
  for (int i = at + 1; i < N_LEVELS; i++)
    {
      int restart = get_level (list, number, i)->restart;

      if (restart < 0 || at < restart)
        list->begun[i] = FALSE;
    }
}

static void
add_number (GString *text, const List *list, const Number *number, int at)
{
  const Level *level = get_level (list, number, at);
  gsize start = text->len;
  const char *last;

  /* A bullet tells nothing. */
  if (level->text == NULL || g_strcmp0 (level->format, "bullet") == 0)
    return;

  for (const char *p = level->text; *p != '\0'; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '9')
      {
        int shown = *++p - '1';

        jx_docx_format_number (text, level->legal ? "decimal" : get_level (list, number, shown)->format, list->count[shown]);
      }
    else
      g_string_append_c (text, *p);
  if (text->len == start)
    return;

  /* “1” and “2023年” may not become one number. */
  last = g_utf8_find_prev_char (text->str + start, text->str + text->len);
  if (last != NULL && !level->no_gap && g_unichar_isalnum (g_utf8_get_char (last)))
    g_string_append_c (text, ' ');
}

void
jx_docx_numbering_next (JxDocxNumbering *n, const char *style, int number_id, int level, GString *text)
{
  gboolean by_style = number_id < 0;
  Number *number;
  List *list;

  if (number_id < 0)
    ask_style (n, style, &number_id, &level);
  if (number_id <= 0)
    return;
  number = g_hash_table_lookup (n->numbers, GINT_TO_POINTER (number_id));
  list = number != NULL ? find_list (n, number) : NULL;
  if (list == NULL)
    return;

  if (level < 0)
    level = by_style ? find_level_of_style (list, style) : 0;
  level = MIN (level, N_LEVELS - 1);
  count (list, number, level);
  add_number (text, list, number, level);
}
