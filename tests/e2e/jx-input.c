/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jx-input.h"

#include <string.h>

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#define POPUP_MARGIN 12

struct _JxInput
{
  Display *display;
  GArray *spare; /* keycodes that had no meaning */
  guint next;    /* the spare one to be given a meaning next */
  Window window; /* the one given the keys */
  int popup_x;   /* where in a popup the mouse was moved last, on the screen */
  int popup_y;
};

/* A window may go while we look at it; then the next look finds another. */
static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

static void
find_spare_keys (JxInput *input)
{
  int first = 0;
  int last = 0;

  XDisplayKeycodes (input->display, &first, &last);
  for (int code = first; code <= last; code++)
    {
      KeyCode spare = (KeyCode) code;

      if (XkbKeycodeToKeysym (input->display, spare, 0, 0) == NoSymbol)
        g_array_append_val (input->spare, spare);
    }
  g_assert_cmpuint (input->spare->len, >, 0);
}

static void
stroke (JxInput *input, KeyCode code)
{
  XTestFakeKeyEvent (input->display, code, True, CurrentTime);
  XTestFakeKeyEvent (input->display, code, False, CurrentTime);
}

static void
hold (JxInput *input, KeySym modifier, Bool down)
{
  XTestFakeKeyEvent (input->display, XKeysymToKeycode (input->display, modifier), down, CurrentTime);
}

/* The spare keys take turns: the program reads the new meaning of a key only when it meets the key,
 * so one that is still on its way must not be given another. */
static KeyCode
teach_key (JxInput *input, KeySym symbol)
{
  KeySym both[] = { symbol, symbol };
  KeyCode code = g_array_index (input->spare, KeyCode, input->next++ % input->spare->len);

  XChangeKeyboardMapping (input->display, code, G_N_ELEMENTS (both), both, 1);
  XSync (input->display, False);

  return code;
}

static KeySym
get_symbol (gunichar character)
{
  if (character == '\t')
    return XK_Tab;
  if (character == '\n')
    return XK_Return;

  return character < 0x100 ? character : 0x01000000 | character;
}

static gboolean
is_viewable (Display *display, Window window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (display, window, &attributes) && attributes.map_state == IsViewable;
}

static gboolean
has_title (Display *display, Window window, const char *title)
{
  Atom type = None;
  int format = 0;
  unsigned long length = 0;
  unsigned long rest = 0;
  unsigned char *words = NULL;
  gboolean same = FALSE;

  if (XGetWindowProperty (display, window, XInternAtom (display, "_NET_WM_NAME", False), 0, G_MAXINT16, False,
                          AnyPropertyType, &type, &format, &length, &rest, &words) == Success && words != NULL)
    same = g_str_equal ((const char *) words, title);
  if (words != NULL)
    XFree (words);

  return same;
}

JxInput *
jx_input_new (void)
{
  JxInput *input = g_new0 (JxInput, 1);

  XSetErrorHandler (ignore_error_cb);
  input->display = XOpenDisplay (NULL);
  g_assert_nonnull (input->display);
  input->spare = g_array_new (FALSE, FALSE, sizeof (KeyCode));
  find_spare_keys (input);

  return input;
}

void
jx_input_free (JxInput *input)
{
  KeySym nothing = NoSymbol;

  /* For the next hand at this screen, which looks for spare keys too. */
  for (guint i = 0; i < input->spare->len; i++)
    XChangeKeyboardMapping (input->display, g_array_index (input->spare, KeyCode, i), 1, &nothing, 1);
  XCloseDisplay (input->display);
  g_array_unref (input->spare);
  g_free (input);
}

gboolean
jx_input_give (JxInput *input, const char *title)
{
  Display *display = input->display;
  gboolean given = FALSE;
  Window root = None;
  Window parent = None;
  Window *children = NULL; /* from the lowest to the topmost */
  unsigned int count = 0;

  if (!XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &count))
    return FALSE;

  for (guint i = count; i-- > 0 && !given;)
    if (has_title (display, children[i], title) && is_viewable (display, children[i]))
      {
        input->window = children[i];
        XSetInputFocus (display, input->window, RevertToParent, CurrentTime);
        given = TRUE;
      }
  XSync (display, False);
  if (children != NULL)
    XFree (children);

  return given;
}

void
jx_input_move_window (JxInput *input, int x, int y)
{
  XMoveWindow (input->display, input->window, x, y);
  XSync (input->display, False);
}

void
jx_input_press (JxInput *input, const char *keys)
{
  static const struct { const char *name; KeySym symbol; } modifiers[] = {
    { "<Control>", XK_Control_L }, { "<Shift>", XK_Shift_L }, { "<Alt>", XK_Alt_L },
  };
  gboolean held[G_N_ELEMENTS (modifiers)] = { FALSE };
  const char *rest = keys;
  KeyCode code = 0;

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (strstr (keys, modifiers[i].name) != NULL)
      {
        held[i] = TRUE;
        rest += strlen (modifiers[i].name);
      }
  code = XKeysymToKeycode (input->display, XStringToKeysym (rest));
  if (code == 0)
    g_error ("There is no key “%s”", rest);

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (held[i])
      hold (input, modifiers[i].symbol, True);
  stroke (input, code);
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (held[i])
      hold (input, modifiers[i].symbol, False);
  XSync (input->display, False);
}

void
jx_input_type (JxInput *input, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      KeySym symbol = get_symbol (g_utf8_get_char (at));
      KeyCode code = XKeysymToKeycode (input->display, symbol);
      gboolean plain = code != 0 && XkbKeycodeToKeysym (input->display, code, 0, 0) == symbol;
      gboolean shifted = code != 0 && !plain && XkbKeycodeToKeysym (input->display, code, 0, 1) == symbol;

      if (!plain && !shifted)
        code = teach_key (input, symbol);
      if (shifted)
        hold (input, XK_Shift_L, True);
      stroke (input, code);
      if (shifted)
        hold (input, XK_Shift_L, False);
    }
  XSync (input->display, False);
}

void
jx_input_point (JxInput *input, int x, int y, int width, int height)
{
  Display *display = input->display;
  XWindowAttributes attributes;
  Window child = None;
  int left = 0;
  int top = 0;

  if (!XGetWindowAttributes (display, input->window, &attributes))
    g_error ("The window to point into is gone");

  /* Around its widgets a window without a manager draws an edge of its own. */
  XTranslateCoordinates (display, input->window, DefaultRootWindow (display),
                         x + (attributes.width - width) / 2, y + (attributes.height - height) / 2, &left, &top, &child);
  XTestFakeMotionEvent (display, -1, left, top, CurrentTime);
  XSync (display, False);
}

char *
jx_input_dup_look (JxInput *input, int x, int y, int width, int height, int total_width, int total_height)
{
  Display *display = input->display;
  XWindowAttributes attributes;
  XImage *image = NULL;
  char *look = NULL;

  if (!XGetWindowAttributes (display, input->window, &attributes))
    g_error ("The window to look at is gone");

  image = XGetImage (display, input->window, x + (attributes.width - total_width) / 2, y + (attributes.height - total_height) / 2,
                     (unsigned int) width, (unsigned int) height, AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  look = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) image->data, (gsize) image->bytes_per_line * image->height);
  XDestroyImage (image);

  return look;
}

/* Around some popups there is a margin, at one side or the other. */
static gboolean
is_around (const XWindowAttributes *attributes, int width, int height)
{
  return attributes->override_redirect && attributes->map_state == IsViewable
         && attributes->width >= width && attributes->width <= width + POPUP_MARGIN
         && attributes->height >= height && attributes->height <= height + POPUP_MARGIN;
}

gboolean
jx_input_point_popup (JxInput *input, int x, int y, int width, int height, gboolean *rests)
{
  Display *display = input->display;
  XWindowAttributes attributes;
  gboolean found = FALSE;
  Window root = None;
  Window parent = None;
  Window *children = NULL; /* from the lowest to the topmost */
  unsigned int count = 0;

  if (!XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &count))
    return FALSE;

  for (guint i = count; i-- > 0 && !found;)
    if (XGetWindowAttributes (display, children[i], &attributes) && is_around (&attributes, width, height))
      {
        const int left = attributes.x + x + (attributes.width - width) / 2;
        const int top = attributes.y + y + (attributes.height - height) / 2;

        XTestFakeMotionEvent (display, -1, left, top, CurrentTime);
        *rests = input->popup_x == left && input->popup_y == top;
        input->popup_x = left;
        input->popup_y = top;
        found = TRUE;
      }
  XSync (display, False);
  if (children != NULL)
    XFree (children);

  return found;
}

void
jx_input_button (JxInput *input, guint button, gboolean down)
{
  XTestFakeButtonEvent (input->display, button, down, CurrentTime);
  XSync (input->display, False);
}

void
jx_input_print (JxInput *input)
{
  Display *display = input->display;
  XWindowAttributes attributes;
  Window root = None;
  Window parent = None;
  Window under = None;
  Window *children = NULL;
  unsigned int count = 0;
  unsigned int held = 0;
  int x = 0, y = 0, inner_x = 0, inner_y = 0;

  if (!XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &count))
    return;

  for (guint i = 0; i < count; i++)
    if (XGetWindowAttributes (display, children[i], &attributes) && attributes.map_state == IsViewable)
      g_printerr ("# X window %#lx at %d,%d of %d × %d%s\n", children[i], attributes.x, attributes.y, attributes.width, attributes.height,
                  attributes.override_redirect ? ", a popup" : "");
  XQueryPointer (display, DefaultRootWindow (display), &root, &under, &x, &y, &inner_x, &inner_y, &held);
  g_printerr ("# the mouse at %d,%d over %#lx, held %#x\n", x, y, under, held);
  if (children != NULL)
    XFree (children);
}

void
jx_input_hold_key (JxInput *input, const char *key, gboolean down)
{
  hold (input, XStringToKeysym (key), down);
  XSync (input->display, False);
}
