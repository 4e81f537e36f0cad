/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/jx-face-names.h"

static const JxFaceNames faces[] = {
  { "song", "宋体", "SimSun", TRUE },
  { "song-title", "方正小标宋简体", "华文中宋", TRUE },
  { "fangsong", "仿宋_GB2312", "仿宋", TRUE },
  { "kai", "楷体_GB2312", "楷体", TRUE },
  { "hei", "黑体", "SimHei", FALSE },
};

const JxFaceNames *
jx_face_names_get (const char *role)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faces); i++)
    if (g_strcmp0 (role, faces[i].role) == 0)
      return &faces[i];

  return &faces[0];
}
