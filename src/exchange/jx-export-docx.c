/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-export-docx.h"

#include <string.h>

#include "exchange/jx-docx-out.h"
#include "exchange/jx-docx-parts.h"

/* As the printed page has them. */
#define TITLE_HEIGHT 0.4
#define TABLE_GAP_PT 10.0
#define FIGURE_GAP_PT 20.0
#define CONTENTS_DEEPEST 2
/* A paragraph that only carries something: as low as one can be. */
#define CARRIER_PT 1.0
/* Forms that use one another deeper than this use themselves. */
#define MAX_DEPTH 16

typedef enum
{
  SECTION_NONE,
  SECTION_TITLE,
  SECTION_CONTENTS,
  SECTION_BODY,
} Section;

/* What was written last, where that counts. */
typedef enum
{
  LAST_NOTHING, /* a new page */
  LAST_TEXT,
  LAST_TABLE,
} Last;

/* Heading: held back until it is known whether anything follows on its page. */
typedef struct
{
  char *text;
  const JxStyle *style;
  int level;
  JxAlign align;
  gboolean page_before;
  gboolean first; /* on its page */
} Heading;

typedef struct
{
  JxDocxOut out;
  GArray *entries; /* JxDocxEntry */
  guint next_entry;
  Section section;
  const JxFormPage *page;
  gboolean body_begun;
  gboolean page_before; /* a USE asked for it */
  Last last;
  Heading heading; /* text NULL: none */
  GPtrArray *title; /* Heading of the title page */
  guint depth;
  JxFigureDraw draw; /* (nullable) */
} Writer;

static void
heading_free (gpointer data)
{
  g_free (((Heading *) data)->text);
  g_free (data);
}

static double
get_text_height (const JxFormPage *page)
{
  return (page->height_mm - page->top_mm - page->bottom_mm) * 72 / 25.4;
}

static double
get_text_width_mm (const JxFormPage *page)
{
  return page->width_mm - page->left_mm - page->right_mm;
}

static double
get_height (const Heading *heading)
{
  guint n = 1;

  for (const char *p = heading->text; *p != '\0'; p++)
    n += *p == '\n';

  return n * jx_docx_get_line_height (heading->style);
}

/* How far down words that stand alone on a page begin. */
static double
get_title_space (const JxFormPage *page, double height)
{
  return MAX (TITLE_HEIGHT * get_text_height (page) - height / 2, 0);
}

static void
write_heading (Writer *w, gboolean alone)
{
  Heading *heading = &w->heading;
  JxDocxParagraph look = { NULL, NULL, FALSE, heading->page_before, -1, 0 };

  if (heading->text == NULL)
    return;

  look.style = jx_docx_styles_get (w->out.styles, heading->style, heading->level);
  if (heading->align != heading->style->align)
    look.align = jx_docx_align (heading->align);
  if (alone && heading->first)
    look.space_before_pt = get_title_space (w->page, get_height (heading));
  look.bookmark = ++w->next_entry;
  jx_docx_out_paragraph (&w->out, &look, heading->text, strlen (heading->text));
  g_clear_pointer (&heading->text, g_free);
  w->last = LAST_TEXT;
}

static void
end_section (Writer *w)
{
  static const JxDocxNumbers numbers[] = {
    [SECTION_TITLE] = JX_DOCX_NUMBERS_NONE, [SECTION_CONTENTS] = JX_DOCX_NUMBERS_ROMAN, [SECTION_BODY] = JX_DOCX_NUMBERS_GO_ON,
  };
  g_autoptr (GString) properties = g_string_new (NULL);
  JxDocxNumbers number;

  if (w->section == SECTION_NONE)
    return;

  write_heading (w, TRUE);
  number = numbers[w->section];
  if (w->section == SECTION_BODY && !w->body_begun)
    number = JX_DOCX_NUMBERS_DECIMAL;
  w->body_begun |= w->section == SECTION_BODY;
  jx_docx_add_section (properties, w->page, number);
  jx_docx_out_gap (&w->out, CARRIER_PT, properties->str);
}

/* A section is told of at its end: what is known of the next is kept here. */
static void
begin_section (Writer *w, Section section, const JxFormPage *page)
{
  if (w->section == section && memcmp (w->page, page, sizeof *page) == 0)
    return;

  end_section (w);
  w->section = section;
  w->page = page;
  w->page_before = FALSE;
  w->last = LAST_NOTHING;
}

static void
write_title_page (Writer *w)
{
  double height = 0;

  for (guint i = 0; i < w->title->len; i++)
    {
      const Heading *heading = w->title->pdata[i];

      height += get_height (heading) + heading->style->space_after_pt + (i > 0 ? heading->style->space_before_pt : 0);
    }
  for (guint i = 0; i < w->title->len; i++)
    {
      const Heading *heading = w->title->pdata[i];
      JxDocxParagraph look = { jx_docx_styles_get (w->out.styles, heading->style, 0), NULL, FALSE, FALSE, -1, 0 };

      if (heading->align != heading->style->align)
        look.align = jx_docx_align (heading->align);
      if (i == 0)
        look.space_before_pt = get_title_space (w->page, height);
      jx_docx_out_paragraph (&w->out, &look, heading->text, strlen (heading->text));
    }
  g_ptr_array_set_size (w->title, 0);
}

static void
write_contents (Writer *w, const JxBlock *block)
{
  g_autofree char *title = jx_runs_dup_text (block->runs);
  JxDocxParagraph look = { NULL, NULL, FALSE, FALSE, -1, 0 };

  g_string_append (w->out.xml, "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr>"
                   "<w:sdtContent>\n");
  if (*title != '\0')
    {
      look.style = jx_docx_styles_get_title (w->out.styles, block->style);
      if (block->align != block->style->align)
        look.align = jx_docx_align (block->align);
      jx_docx_out_paragraph (&w->out, &look, title, strlen (title));
    }
  jx_docx_out_contents (&w->out, w->entries, CONTENTS_DEEPEST);
  g_string_append (w->out.xml, "</w:sdtContent></w:sdt>\n");
}

/* Returns: whether what follows is to begin a page by its own means. */
static gboolean
take_page_before (Writer *w, const JxBlock *block)
{
  gboolean before = (block->page_before || w->page_before) && w->last != LAST_NOTHING;

  if (w->heading.text != NULL)
    {
      before = block->page_before || w->page_before;
      write_heading (w, before);
    }
  w->page_before = FALSE;
  if (before)
    w->last = LAST_NOTHING;

  return before;
}

static void
write_paragraph (Writer *w, const JxBlock *block)
{
  gboolean page_before = take_page_before (w, block);
  JxDocxParagraph look = { jx_docx_styles_get (w->out.styles, block->style, 0), NULL, FALSE, page_before, -1, 0 };
  g_autofree char *text = jx_runs_dup_text (block->runs);

  if (block->align != block->style->align)
    look.align = jx_docx_align (block->align);
  jx_docx_out_paragraph (&w->out, &look, text, strlen (text));
  w->last = LAST_TEXT;
}

static void
write_table (Writer *w, const JxBlock *block)
{
  if (take_page_before (w, block))
    jx_docx_out_gap (&w->out, CARRIER_PT, NULL);
  else if (w->last == LAST_TABLE)
    jx_docx_out_gap (&w->out, block->joined ? CARRIER_PT : TABLE_GAP_PT, NULL);
  jx_docx_out_grid (&w->out, block->grid, get_text_width_mm (w->page));
  w->last = LAST_TABLE;
}

static void
hold_heading (Writer *w, const JxBlock *block)
{
  gboolean page_before = take_page_before (w, block);

  w->heading = (Heading) { jx_runs_dup_text (block->runs), block->style, block->level, block->align, page_before, w->last == LAST_NOTHING };
  w->last = LAST_TEXT;
}

static void write_form (Writer *w, const JxForm *form, JxItem *subject);

static void
write_use (Writer *w, const JxBlock *block)
{
  if (w->depth >= MAX_DEPTH)
    return;

  w->page_before |= block->page_before;
  w->depth++;
  write_form (w, block->form, block->item);
  w->depth--;
}

static void
write_block (Writer *w, const JxForm *form, const JxBlock *block, gboolean *on_title)
{
  const JxFormPage *page = jx_form_get_page (form);

  switch (block->type)
    {
    case JX_BLOCK_TITLE_PAGE_START:
      begin_section (w, SECTION_TITLE, page);
      *on_title = TRUE;
      break;
    case JX_BLOCK_TITLE_PAGE_END:
      write_title_page (w);
      *on_title = FALSE;
      break;
    case JX_BLOCK_CONTENTS:
      begin_section (w, SECTION_CONTENTS, page);
      write_contents (w, block);
      break;
    case JX_BLOCK_USE:
      write_use (w, block);
      break;
    case JX_BLOCK_HEADING:
    case JX_BLOCK_PARAGRAPH:
      if (*on_title)
        {
          Heading heading = { jx_runs_dup_text (block->runs), block->style, 0, block->align };

          g_ptr_array_add (w->title, g_memdup2 (&heading, sizeof heading));
          break;
        }
      begin_section (w, SECTION_BODY, page);
      if (block->type == JX_BLOCK_HEADING)
        hold_heading (w, block);
      else
        write_paragraph (w, block);
      break;
    case JX_BLOCK_TABLE:
      begin_section (w, SECTION_BODY, page);
      write_table (w, block);
      break;
    default:
      break;
    }
  jx_docx_out_flush (&w->out);
}

static void
write_figure (Writer *w, const JxForm *form, JxItem *item)
{
  const JxFormPage *page = jx_form_get_page (form);
  g_autoptr (JxFigure) figure = w->draw (item, JX_FIGURE_PNG, get_text_width_mm (page) * 72 / 25.4);

  if (figure == NULL)
    return;
  begin_section (w, SECTION_BODY, page);
  write_heading (w, FALSE);
  jx_docx_out_figure (&w->out, figure, FIGURE_GAP_PT);
  w->last = LAST_TEXT;
}

static void
write_form (Writer *w, const JxForm *form, JxItem *subject)
{
  g_autoptr (GPtrArray) blocks = jx_layout_new (form, subject);
  gboolean on_title = FALSE;
  gboolean uses = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      uses |= ((const JxBlock *) blocks->pdata[i])->type == JX_BLOCK_USE;
      write_block (w, form, blocks->pdata[i], &on_title);
    }
  /* At the end of each part, as on paper. */
  if (w->draw != NULL && !uses)
    write_figure (w, form, subject);
}

static void
collect_entries (GArray *entries, const JxForm *form, JxItem *subject, guint depth)
{
  g_autoptr (GPtrArray) blocks = jx_layout_new (form, subject);

  for (guint i = 0; i < blocks->len; i++)
    {
      const JxBlock *block = blocks->pdata[i];

      if (block->type == JX_BLOCK_USE && depth < MAX_DEPTH)
        collect_entries (entries, block->form, block->item, depth + 1);
      else if (block->type == JX_BLOCK_HEADING)
        {
          JxDocxEntry entry = { jx_runs_dup_line (block->runs), block->level, entries->len + 1, NULL };

          g_array_append_val (entries, entry);
        }
    }
}

static void
entry_clear (gpointer data)
{
  g_free (((JxDocxEntry *) data)->text);
}

static void
write_document (Writer *w, const JxForm *form, JxItem *subject)
{
  g_autoptr (GString) properties = g_string_new (NULL);

  jx_zip_out_begin (w->out.zip, "word/document.xml");
  jx_docx_add_document_start (w->out.xml);
  write_form (w, form, subject);
  write_heading (w, TRUE);
  if (w->page == NULL)
    w->page = jx_form_get_page (form);
  /* A table may not stand last. */
  if (w->last == LAST_TABLE)
    jx_docx_out_gap (&w->out, CARRIER_PT, NULL);
  jx_docx_add_section (properties, w->page, w->section == SECTION_TITLE ? JX_DOCX_NUMBERS_NONE
                                            : w->section == SECTION_CONTENTS ? JX_DOCX_NUMBERS_ROMAN
                                            : w->body_begun ? JX_DOCX_NUMBERS_GO_ON : JX_DOCX_NUMBERS_DECIMAL);
  g_string_append_printf (w->out.xml, "%s</w:body></w:document>\n", properties->str);
  jx_zip_out_write (w->out.zip, w->out.xml->str, w->out.xml->len);
}

GBytes *
jx_export_docx (const JxForm *form, JxItem *subject, const char * const *pages, JxFigureDraw draw)
{
  g_autoptr (JxZipOut) zip = jx_zip_out_new ();
  g_autoptr (JxDocxStyles) styles = jx_docx_styles_new ();
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (JxDocxEntry));
  g_autoptr (GPtrArray) title = g_ptr_array_new_with_free_func (heading_free);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Writer w = { .out = { zip, xml, styles, pictures }, .entries = entries, .draw = draw };

  g_return_val_if_fail (form != NULL && subject != NULL, NULL);
  g_return_val_if_fail (jx_item_get_kind (subject) == jx_form_get_subject (form), NULL);

  w.title = title;
  g_array_set_clear_func (entries, entry_clear);
  collect_entries (entries, form, subject, 0);
  for (guint i = 0; pages != NULL && pages[i] != NULL && i < entries->len; i++)
    g_array_index (entries, JxDocxEntry, i).page = pages[i];

  jx_docx_add_packing (zip, form, subject, pages != NULL);
  write_document (&w, form, subject);
  jx_docx_add_relations (zip, pictures);
  jx_docx_styles_write (styles, get_text_width_mm (jx_form_get_page (form)), zip);

  return jx_zip_out_finish (zip);
}
