"""The command line itself: its options for all commands, and where each command is found."""

from importlib import import_module
from pathlib import Path
from typing import cast

import click

from wizard import __version__, leftovers, settings
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library.faults import must_be_there

WHERE = {
    "new": ("projects", "new"),
    "list": ("projects", "list_projects"),
    "show": ("projects", "show"),
    "rename": ("projects", "rename"),
    "duplicate": ("projects", "duplicate"),
    "delete": ("projects", "delete"),
    "restore": ("projects", "restore"),
    "answers": ("answering", "answers"),
    "people": ("staff", "people"),
    "times": ("times", "times"),
    "stationery": ("stationery", "stationery"),
    "check": ("checking", "check"),
    "ledger": ("ledger", "ledger"),
    "sign": ("signing", "sign"),
    "calendar": ("due", "calendar"),
    "drill": ("drilling", "drill"),
    "backups": ("backing_up", "backups"),
    "examples": ("exporting", "examples"),
    "export": ("exporting", "export"),
    "texts": ("pasting", "texts"),
    "publish": ("publishing", "publish"),
    "versions": ("publishing", "list_versions"),
    "compare": ("publishing", "compare"),
    "verify": ("verifying", "verify"),
    "save-as": ("projects", "save_as"),
    "open": ("projects", "open_file"),
}


class Commands(click.Group):
    """The commands by name; a command's module is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order in which they are needed."""
        return list(WHERE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None where there is none."""
        if cmd_name not in WHERE:
            return None
        module, name = WHERE[cmd_name]
        return cast("click.Command", getattr(import_module(f"wizard.commands.{module}"), name))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="policy-wizard")
@click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The library file to work on, instead of the one that the window uses.",
)
@click.pass_context
def cli(context: click.Context, library: Path | None) -> None:
    """Answer plain questions, print the papers that protect a business online.

    Everything is kept in one library file, in your data folder or the folder that was chosen in
    the settings of the window; the variable POLICY_WIZARD_HOME names another data folder.
    """
    context.obj = library or _usual_library()
    clearing = leftovers.clearing(context.obj)
    context.call_on_close(lambda: clearing.join(leftovers.PATIENCE))


def _usual_library() -> Path:
    """The library of the window; UserError where the folder chosen for it is not there."""
    chosen = settings.load()
    file = settings.library_file(chosen)
    if chosen.library_folder:
        must_be_there(file)
    return file


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code; UserError for what a person can mend."""
    try:
        # A code that a command gives to ``exit`` comes back; a command itself returns nothing.
        code = cli.main(arguments, prog_name="policy-wizard", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as help_asked:
        click.echo(help_asked.format_message())
    except click.ClickException as error:
        raise UserError("{sentence}", sentence=error.format_message()) from error
    except click.Abort as error:
        raise UserError(N_("Stopped.")) from error
    else:
        return int(code or 0)
    return 0
