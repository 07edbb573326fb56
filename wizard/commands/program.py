"""The command line itself: its options for all commands, and its commands."""

from pathlib import Path

import click

from wizard import __version__, paths
from wizard.commands import exporting, projects, staff
from wizard.errors import UserError
from wizard.i18n import N_


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="policy-wizard")
@click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The library file to work on, instead of the one in the data folder.",
)
@click.pass_context
def cli(context: click.Context, library: Path | None) -> None:
    """Answer plain questions, print the papers that protect a business online.

    Everything is kept in one library file in your data folder; the variable POLICY_WIZARD_HOME
    names another folder.
    """
    context.obj = library or paths.library_file()


for command in (*exporting.COMMANDS, *projects.COMMANDS, *staff.COMMANDS):
    cli.add_command(command)


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code; UserError for what a person can mend."""
    try:
        cli.main(arguments, prog_name="policy-wizard", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as help_asked:
        click.echo(help_asked.format_message())
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        raise UserError("{sentence}", sentence=error.format_message()) from error
    except click.Abort as error:
        raise UserError(N_("Stopped.")) from error
    return 0
