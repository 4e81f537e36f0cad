/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper/jx-pdf-marks.h"

#include <string.h>

#include "paper/jx-pdf-packs.h"

/* A glyph of a font with many is written as so many hexadecimal digits. */
#define DIGITS 4

typedef struct
{
  JxTagger *tagger;
  const GArray *spans;
  guint page;
  GString *out;
  GArray *marks;
  guint next_id;
  guint span;        /* where the next glyph belongs */
  guint left;        /* glyphs of it still to come */
  gboolean open;     /* it is marked as begun */
  guint depth;       /* of what cairo marks itself: text that stands for glyphs */
  gboolean dropping; /* cairo's mark of a link, whose end comes next */
  gboolean path;     /* an artifact is begun */
} Marker;

/* An operator and what it is applied to. */
typedef struct
{
  const char *begin;
  const char *operator;
  const char *end;
} Statement;

static void
begin_element (Marker *marker, guint element)
{
  const char *name = g_array_index (marker->tagger->elements, JxElement, element).name;
  JxPdfMark mark = { element, marker->page, marker->next_id++ };

  g_string_append_c (marker->out, '/');
  g_string_append (marker->out, name);
  g_string_append (marker->out, "<</MCID ");
  jx_pdf_append_number (marker->out, mark.id);
  g_string_append (marker->out, ">>BDC\n");
  g_array_append_val (marker->marks, mark);
}

static void
end_element (Marker *marker)
{
  if (marker->open)
    g_string_append (marker->out, "EMC\n");
  marker->open = FALSE;
}

/* Returns: whether the next glyph belongs to another element than the one begun. */
static gboolean
is_at_border (const Marker *marker)
{
  return marker->left == 0 || !marker->open;
}

/* Begins what the next glyph belongs to. Returns: whether there is any. */
static gboolean
cross_border (Marker *marker)
{
  guint element;

  if (!is_at_border (marker))
    return TRUE;

  end_element (marker);
  while (marker->left == 0)
    {
      if (++marker->span >= marker->spans->len)
        return FALSE;
      marker->left = g_array_index (marker->spans, JxSpan, marker->span).n_glyphs;
    }
  element = g_array_index (marker->spans, JxSpan, marker->span).element;
  if (element == JX_ARTIFACT)
    g_string_append (marker->out, "/Artifact BMC\n");
  else
    begin_element (marker, element);
  marker->open = TRUE;

  return TRUE;
}

/* Ends the string and its operator in the middle, goes on to the next element, and begins them again. */
static gboolean
split (Marker *marker, char opening, gboolean array)
{
  g_string_append_c (marker->out, opening == '(' ? ')' : '>');
  g_string_append (marker->out, array ? "]TJ\n" : "Tj\n");
  if (!cross_border (marker))
    return FALSE;
  if (array)
    g_string_append_c (marker->out, '[');
  g_string_append_c (marker->out, opening);

  return TRUE;
}

/* The end of the glyph at @from, in a string of either kind, with line ends cairo puts in. */
static const char *
find_glyph_end (const char *from, char opening)
{
  guint digits = 0;

  if (opening == '<')
    {
      for (; *from != '>' && digits < DIGITS; from++)
        digits += g_ascii_isxdigit (*from);
      return from;
    }

  if (*from != '\\')
    return from + 1;
  from++;
  if (!g_ascii_isdigit (*from))
    return from + 1;
  for (; g_ascii_isdigit (*from) && digits < 3; from++)
    digits++;

  return from;
}

static gboolean
is_blank (const char *p, char opening)
{
  return opening == '<' ? g_ascii_isspace (*p) : p[0] == '\\' && p[1] == '\n';
}

/* Returns: behind the string that begins at @p; %NULL if there are more glyphs than were told. */
static const char *
put_string (Marker *marker, const char *p, gboolean array)
{
  char opening = *p;
  char closing = opening == '(' ? ')' : '>';

  g_string_append_c (marker->out, *p++);
  while (*p != closing)
    {
      const char *end;

      if (is_blank (p, opening))
        {
          p += opening == '<' ? 1 : 2;
          continue;
        }
      if (is_at_border (marker) && marker->depth == 0 && !split (marker, opening, array))
        return NULL;
      end = find_glyph_end (p, opening);
      g_string_append_len (marker->out, p, end - p);
      if (marker->left == 0)
        return NULL;
      marker->left--;
      p = end;
    }
  g_string_append_c (marker->out, closing);

  return p + 1;
}

static gboolean
put_text (Marker *marker, const Statement *statement)
{
  gboolean array = *statement->begin == '[';
  const char *p = statement->begin;

  if (marker->depth == 0 && !cross_border (marker))
    return FALSE;

  while (p != NULL && p < statement->operator)
    {
      if (*p == '<' || *p == '(')
        p = put_string (marker, p, array);
      else
        g_string_append_c (marker->out, *p++);
    }
  if (p == NULL)
    return FALSE;
  g_string_append_len (marker->out, p, statement->end - p);
  g_string_append_c (marker->out, '\n');

  return TRUE;
}

static void
put_statement (Marker *marker, const Statement *statement)
{
  g_string_append_len (marker->out, statement->begin, statement->end - statement->begin);
  g_string_append_c (marker->out, '\n');
}

static gboolean
is_operator (const Statement *statement, const char *name)
{
  return (gsize) (statement->end - statement->operator) == strlen (name) && strncmp (statement->operator, name, strlen (name)) == 0;
}

static gboolean
is_one_of (const Statement *statement, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      if (is_operator (statement, *names))
        return TRUE;
    }

  return FALSE;
}

/* A figure is drawn as a form of its own. */
static gboolean
put_figure (Marker *marker, const Statement *statement)
{
  guint next = marker->span + 1;

  if (marker->left > 0 || next >= marker->spans->len || g_array_index (marker->spans, JxSpan, next).n_glyphs > 0)
    return FALSE;

  marker->span = next;
  begin_element (marker, g_array_index (marker->spans, JxSpan, next).element);
  put_statement (marker, statement);
  g_string_append (marker->out, "EMC\n");

  return TRUE;
}

/* What cairo marks: links, which have their element already, and text that stands for glyphs. */
static gboolean
put_mark (Marker *marker, const Statement *statement)
{
  if (is_operator (statement, "BDC") && g_str_has_prefix (statement->begin, "/Link"))
    {
      marker->dropping = TRUE;
      return TRUE;
    }
  if (is_operator (statement, "EMC") && marker->dropping)
    {
      marker->dropping = FALSE;
      return TRUE;
    }
  if (is_operator (statement, "BDC") && marker->depth++ == 0 && !cross_border (marker))
    return FALSE;

  put_statement (marker, statement);
  if (is_operator (statement, "EMC"))
    marker->depth--;

  return TRUE;
}

/* Rules, and the draft mark. */
static void
put_path (Marker *marker, const Statement *statement)
{
  static const char *const beginnings[] = { "m", "re", NULL };
  static const char *const ends[] = { "S", "s", "f", "f*", "F", "B", "B*", "b", "b*", "n", NULL };

  if (!marker->path && is_one_of (statement, beginnings))
    {
      g_string_append (marker->out, "/Artifact BMC\n");
      marker->path = TRUE;
    }
  put_statement (marker, statement);
  if (marker->path && is_one_of (statement, ends))
    {
      g_string_append (marker->out, "EMC\n");
      marker->path = FALSE;
    }
}

static gboolean
put (Marker *marker, const Statement *statement)
{
  if (is_operator (statement, "Tj") || is_operator (statement, "TJ"))
    return put_text (marker, statement);
  if (is_operator (statement, "BDC") || is_operator (statement, "EMC"))
    return put_mark (marker, statement);
  if (is_operator (statement, "Do"))
    return put_figure (marker, statement);

  if (is_operator (statement, "ET"))
    end_element (marker);
  put_path (marker, statement);

  return TRUE;
}

static const char *
skip_string (const char *p)
{
  for (p++; *p != ')' && *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
    }

  return *p != '\0' ? p + 1 : p;
}

/* Finds the operator that comes next. Returns: whether there is one. */
static gboolean
read_statement (const char *from, Statement *statement)
{
  const char *p = from;

  while (g_ascii_isspace (*p))
    p++;
  statement->begin = p;
  while (*p != '\0')
    {
      if (*p == '(')
        p = skip_string (p);
      else if (*p == '/')
        for (p++; !g_ascii_isspace (*p) && *p != '\0' && strchr ("/<>[]()", *p) == NULL; p++)
          ;
      else if (*p == '<' && p[1] == '<')
        p += 2;
      else if (*p == '<')
        for (; *p != '>' && *p != '\0'; p++)
          ;
      else if (g_ascii_isalpha (*p))
        {
          statement->operator = p;
          while (g_ascii_isalnum (*p) || *p == '*')
            p++;
          statement->end = p;
          return TRUE;
        }
      else
        p++;
    }

  return FALSE;
}

gboolean
jx_pdf_marks_put (JxTagger *tagger, const char *content, gsize length, guint page, GString *out, GArray *marks)
{
  g_autoptr (GArray) spans = g_queue_pop_head (&tagger->pages);
  Marker marker = { .tagger = tagger, .spans = spans, .page = page, .out = out, .marks = marks, .span = G_MAXUINT };
  Statement statement;
  const char *p = content;
  gsize written = out->len;
  guint n_marks = marks->len;
  gboolean good = spans != NULL;

  while (good && read_statement (p, &statement))
    {
      good = put (&marker, &statement);
      p = statement.end;
    }
  end_element (&marker);
  good = good && marker.left == 0 && marker.span + 1 >= spans->len;

  if (!good)
    {
      g_string_truncate (out, written);
      g_array_set_size (marks, n_marks);
    }

  return good;
}
