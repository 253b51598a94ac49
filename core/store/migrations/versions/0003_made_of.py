"""What each engagement was made of: where nothing of that changed, it need not be made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the column; of engagements made before it tells nothing, so that they are made anew when touched."""
    op.add_column(
        "engagements", sa.Column("made_of", sa.String(length=64), nullable=False, server_default="")
    )


def downgrade() -> None:
    """Takes it away."""
    op.drop_column("engagements", "made_of")
