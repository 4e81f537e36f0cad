#include "model/jx-edit.h"
