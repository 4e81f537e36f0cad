/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-recognise-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

/* One of several values side by side, waiting for the rows that belong to it. */
typedef struct
{
  guint slot;
  guint column;
  guint line;
  const char *text;
  gboolean joined;
  gboolean taken;
} Across;

/* What lies in the slot being filled. */
typedef struct
{
  int slot; /* -1: nothing */
  GString *text;
  guint line;
  gboolean joined;
  gboolean several;
  gboolean empty;
  gboolean unlabelled;
} Filling;

typedef struct
{
  JxTaker *taker;
  JxItem *item;
  const JxSlots *slots;
  gboolean rows_known;
  Filling filling;
  GArray *across;
  JxItem *row_item;       /* of the list's row being read, once it holds something */
  JxItem *row_before;
  int row_slot;           /* the last slot met in that row, -1 between rows */
  gboolean row_is_short;  /* in a flat text: lines are missing in it */
  gboolean next_is_short;
  gboolean inherits[JX_N_FIELDS];
} Reading;

static JxItem *
get_owner (Reading *reading, JxKind kind)
{
  if (kind == JX_KIND_DOCUMENT)
    return reading->taker->root;
  if (kind == jx_item_get_kind (reading->item))
    return reading->item;
  if (reading->row_item == NULL)
    reading->row_item = jx_taker_add (reading->taker, reading->item, kind);

  return reading->row_item;
}

/* Merged cells stand only in their first row; the others have what is above. */
static void
finish_row (Reading *reading)
{
  JxItem *item = reading->row_item;
  JxItem *before = reading->row_before;
  JxField first;
  guint n;

  if (item != NULL && before != NULL)
    {
      jx_field_get_range (jx_item_get_kind (item), &first, &n);
      for (JxField field = first; field < first + (JxField) n; field++)
        if (reading->inherits[field] && jx_item_get (item, field) == NULL)
          jx_taker_set (reading->taker, item, field, jx_item_get (before, field) != NULL ? jx_item_get (before, field) : "", 0, NULL);
        else if (reading->inherits[field] && !jx_fold_equal (jx_item_get (item, field), jx_item_get (before, field)))
          break; /* a new one: what is merged right of it begins anew */
    }
  if (item != NULL && reading->row_is_short)
    jx_taker_doubt (reading->taker, item, JX_FIELD_NONE, reading->filling.line, reading->filling.text->str,
                    _("This row has fewer lines than the table has columns; compare it with the source"));
  if (item != NULL)
    reading->row_before = item;
  reading->row_is_short = reading->next_is_short;
  reading->next_is_short = FALSE;
  reading->row_item = NULL;
  reading->row_slot = -1;
}

static void
begin_row_if_due (Reading *reading, guint slot)
{
  const JxSlot *info = jx_slots_get (reading->slots, slot);

  if (info->each == JX_N_KINDS)
    {
      finish_row (reading);
      return;
    }
  if (reading->row_slot < 0 || (int) slot <= reading->row_slot)
    {
      finish_row (reading);
      for (guint s = info->each_first; s <= info->each_last; s++)
        if (jx_slots_get (reading->slots, s)->merge)
          reading->inherits[jx_slots_get (reading->slots, s)->field] = TRUE;
    }
  reading->row_slot = (int) slot;
}

static const char *
get_doubt (const Filling *filling)
{
  if (filling->joined)
    return _("The columns of the page run into one another here; compare it with the source");
  if (filling->several)
    return _("It was put together from several lines; compare it with the source");
  if (filling->unlabelled)
    return _("Its label was not found; it was taken by its place");

  return NULL;
}

/* Numbers with words around them that the form does not have: "3月31日" for "3月底". */
static gboolean
set_leading_number (Reading *reading, JxItem *item, JxField field, const char *text, guint line)
{
  JxType type = jx_field_get_info (field)->type;
  const char *p = text;
  g_autofree char *digits = NULL;
  g_autofree char *value = NULL;

  if (type != JX_TYPE_MONTH && type != JX_TYPE_YEAR)
    return FALSE;
  while (*p != '\0' && (g_ascii_isdigit (*p) || jx_fold_is_blank (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  digits = g_strndup (text, (gsize) (p - text));
  value = jx_field_normalise (field, digits, NULL);

  return value != NULL && *value != '\0'
         && jx_taker_set (reading->taker, item, field, digits, line, _("Only the number in it was taken"));
}

static void
set_by_parts (Reading *reading, const JxSlot *slot, JxItem *list_item, const char *text, guint line, const char *doubt)
{
  JxFormPart **parts = (JxFormPart **) slot->node->parts->pdata;
  guint n = slot->node->parts->len;
  JxFormPart *last = parts[n - 1];
  gboolean single = parts[0]->type == JX_PART_FIELD && (n == 1 || (n == 2 && last->type == JX_PART_TEXT && last->optional));
  JxMatch match;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  if (jx_line_is_blank (text))
    return;

  if (!(single && n == 1) && jx_pattern_match (parts, n, text, &match))
    {
      for (guint i = 0; i < match.n_captures; i++)
        {
          g_autofree char *part = g_strndup (match.captures[i].start, match.captures[i].length);
          JxItem *owner = list_item != NULL ? list_item : get_owner (reading, match.captures[i].kind);

          jx_taker_set (reading->taker, owner, match.captures[i].field, part, line, doubt);
        }
      return;
    }

  if (single)
    {
      JxItem *owner = list_item != NULL ? list_item : get_owner (reading, parts[0]->kind);

      value = jx_field_normalise (slot->field, text, &error);
      if (value == NULL && set_leading_number (reading, owner, slot->field, text, line))
        return;
      jx_taker_set (reading->taker, owner, slot->field, text, line, doubt);
    }
  else
    jx_taker_leave (reading->taker, line, text, _("This cell does not read as the form has it"));
}

static void
note_unit (Reading *reading, const char *text)
{
  /* Labels with the unit in them stand for the amounts of the whole table. */
  if (strstr (text, "万元") == NULL && strstr (text, "元") != NULL)
    reading->taker->amount_unit = strstr (text, "亿元") != NULL ? "亿元" : "元";
}

static void
commit (Reading *reading)
{
  Filling *filling = &reading->filling;
  const JxSlot *slot;
  const char *text = filling->text->str;

  if (filling->slot < 0)
    return;

  slot = jx_slots_get (reading->slots, (guint) filling->slot);
  switch (slot->type)
    {
    case JX_SLOT_VALUE:
      /* A blank that was written as one is a blank, not a merged cell. */
      if (slot->merge && !filling->empty)
        reading->inherits[slot->field] = !jx_line_is_blank (text);
      set_by_parts (reading, slot, NULL, text, filling->line, get_doubt (filling));
      break;
    case JX_SLOT_LIST:
      jx_take_list (reading->taker, reading->item, slot->list, slot->node, text, filling->line,
                    filling->joined ? get_doubt (filling) : NULL);
      break;
    case JX_SLOT_OTHER:
      if (!jx_line_is_blank (text))
        jx_taker_leave (reading->taker, filling->line, text, _("The form has no such column"));
      break;
    case JX_SLOT_LABEL:
      note_unit (reading, text);
      break;
    case JX_SLOT_ACROSS:
    case JX_SLOT_COVERED:
    default:
      break;
    }
  filling->slot = -1;
}

static void
fill (Reading *reading, const JxPiece *piece, const char *text, guint slot, gboolean unlabelled)
{
  Filling *filling = &reading->filling;

  commit (reading);
  begin_row_if_due (reading, slot);
  filling->slot = (int) slot;
  g_string_assign (filling->text, text);
  filling->line = piece->line;
  filling->joined = piece->joined;
  filling->several = FALSE;
  filling->empty = piece->empty;
  filling->unlabelled = unlabelled && !piece->blank;
}

static void
add_across (Reading *reading, const JxPiece *piece, guint slot)
{
  Across across = { slot, piece->column, piece->line, piece->text, piece->joined };

  g_array_append_val (reading->across, across);
}

static void
extend (Reading *reading, const JxPiece *piece)
{
  Filling *filling = &reading->filling;

  if (filling->slot < 0)
    return;
  g_string_append_c (filling->text, '\n');
  g_string_append (filling->text, piece->text);
  filling->several |= !piece->blank;
  filling->joined |= piece->joined;
}

/* How many values stand in @slot, and how many of them are not blank. */
static guint
count_across (const Reading *reading, guint slot, guint *n_words)
{
  guint n = 0;

  *n_words = 0;
  for (guint i = 0; i < reading->across->len; i++)
    {
      const Across *across = &g_array_index (reading->across, Across, i);

      if (across->slot == slot)
        {
          n++;
          *n_words += !jx_line_is_blank (across->text);
        }
    }

  return n;
}

/* The values of one row, blanks included or not. */
static GPtrArray *
list_across (const Reading *reading, guint slot, gboolean blanks)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < reading->across->len; i++)
    {
      Across *across = &g_array_index (reading->across, Across, i);

      if (across->slot == slot && (blanks || !jx_line_is_blank (across->text)))
        g_ptr_array_add (list, across);
    }

  return list;
}

static Across *
find_column (GPtrArray *row, guint column)
{
  for (guint i = 0; i < row->len; i++)
    if (((Across *) row->pdata[i])->column == column)
      return row->pdata[i];

  return NULL;
}

static void
set_across (Reading *reading, JxItem *item, Across *across)
{
  across->taken = TRUE;
  set_by_parts (reading, jx_slots_get (reading->slots, across->slot), item, across->text, across->line,
                across->joined ? _("The columns of the page run into one another here; compare it with the source") : NULL);
}

/* Rows of a list side by side belong together by their columns; where as many words stand in both
 * rows, or where the source has no columns, by their order. */
static void
take_across (Reading *reading, GArray *slots)
{
  guint first = g_array_index (slots, guint, 0);
  guint n_first, n_first_words;
  g_autoptr (GPtrArray) heads = NULL;

  n_first = count_across (reading, first, &n_first_words);
  heads = list_across (reading, first, n_first_words == 0);
  for (guint i = 0; i < heads->len; i++)
    {
      Across *head = heads->pdata[i];
      JxItem *item = NULL;

      for (guint s = 0; s < slots->len; s++)
        {
          guint slot = g_array_index (slots, guint, s);
          guint n_words;
          guint n = count_across (reading, slot, &n_words);
          gboolean by_order = n_words == n_first_words || (!reading->rows_known && n == n_first);
          g_autoptr (GPtrArray) row = list_across (reading, slot, n_words != n_first_words);
          Across *across = s == 0 ? head : by_order ? (i < row->len ? row->pdata[i] : NULL)
                           : reading->rows_known ? find_column (row, head->column) : NULL;

          if (across == NULL || jx_line_is_blank (across->text))
            continue;
          if (item == NULL)
            item = jx_taker_add (reading->taker, reading->item, jx_slots_get (reading->slots, slot)->list);
          set_across (reading, item, across);
        }
    }
}

static void
take_all_across (Reading *reading)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint));

  for (JxKind kind = 0; kind < JX_N_KINDS; kind++)
    {
      g_array_set_size (slots, 0);
      for (guint s = 0; s < reading->slots->slots->len; s++)
        if (jx_slots_get (reading->slots, s)->type == JX_SLOT_ACROSS && jx_slots_get (reading->slots, s)->list == kind)
          g_array_append_val (slots, s);
      if (slots->len > 0)
        take_across (reading, slots);
    }
  for (guint i = 0; i < reading->across->len; i++)
    {
      const Across *across = &g_array_index (reading->across, Across, i);

      if (!across->taken && !jx_line_is_blank (across->text))
        jx_taker_leave (reading->taker, across->line, across->text, _("Which of the values above it belongs to cannot be told"));
    }
}

static void
note_missing (Reading *reading, guint slot)
{
  if (reading->rows_known || jx_slots_get (reading->slots, slot)->each == JX_N_KINDS)
    return;

  if (reading->row_slot >= 0 && (int) slot > reading->row_slot)
    reading->row_is_short = TRUE;
  else
    reading->next_is_short = TRUE;
}

/* A value behind a label that the source does not have, or a list's row without its heading. */
static gboolean
is_unlabelled (const JxSlots *slots, guint slot, guint last_slot, gboolean has_heading)
{
  const JxSlot *info = jx_slots_get (slots, slot);

  if (info->type == JX_SLOT_LABEL || slot == 0)
    return FALSE;
  if (info->each != JX_N_KINDS && info->each_first > 0 && jx_slots_get (slots, info->each_first - 1)->header)
    return !has_heading;

  return jx_slots_get (slots, slot - 1)->type == JX_SLOT_LABEL && last_slot != slot - 1;
}

void
jx_take_item (JxTaker *taker, JxItem *item, const JxSlots *slots, const GArray *pieces, const GArray *steps, gboolean rows_known)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (Across));
  Reading reading = { taker, item, slots, rows_known, { -1, text }, across, .row_slot = -1 };
  guint last_slot = G_MAXUINT - 1;
  gboolean has_heading = FALSE;

  taker->amount_unit = NULL;
  for (guint i = 0; i < steps->len; i++)
    {
      const JxStep *step = &g_array_index (steps, JxStep, i);
      const JxPiece *piece = step->type != JX_STEP_MISS ? &g_array_index (pieces, JxPiece, step->piece) : NULL;
      gboolean is_across = step->type != JX_STEP_DISCARD && jx_slots_get (slots, step->slot)->type == JX_SLOT_ACROSS;

      switch (step->type)
        {
        case JX_STEP_FILL:
        case JX_STEP_EXTEND:
          if (is_across)
            {
              commit (&reading);
              add_across (&reading, piece, step->slot);
            }
          else if (step->type == JX_STEP_EXTEND)
            extend (&reading, piece);
          else
            fill (&reading, piece, piece->text, step->slot,
                  is_unlabelled (slots, step->slot, last_slot, has_heading));
          break;
        case JX_STEP_BOTH:
          fill (&reading, piece, piece->tail, step->slot, FALSE);
          break;
        case JX_STEP_DISCARD:
          if (!piece->blank)
            jx_taker_leave (taker, piece->line, piece->text, _("No place in the form fits this"));
          break;
        case JX_STEP_MISS:
        default:
          note_missing (&reading, step->slot);
          break;
        }
      if (step->type != JX_STEP_DISCARD && step->type != JX_STEP_MISS)
        {
          last_slot = step->slot;
          has_heading |= jx_slots_get (slots, step->slot)->type == JX_SLOT_LABEL && jx_slots_get (slots, step->slot)->header;
        }
    }
  commit (&reading);
  finish_row (&reading);
  take_all_across (&reading);
}
