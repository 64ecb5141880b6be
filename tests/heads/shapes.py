"""All shapes."""

from tests.heads import feet, metadata, navigation, site, titles
from tests.heads.shape import Shape

__all__ = ["SHAPES"]

SHAPES: tuple[Shape, ...] = (
    *navigation.SHAPES,
    *metadata.SHAPES,
    *site.SHAPES,
    *titles.SHAPES,
    *feet.SHAPES,
)
