"""All checks over one case, and their findings in words."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from wizard.checks import (
    completeness,
    conditions,
    contradictions,
    keeping,
    positions,
    profile,
    reading,
    rehearsing,
    reply_times,
    signatures,
)
from wizard.checks.case import Case
from wizard.checks.finding import SEVERITIES, Finding, Hit, Remedy
from wizard.checks.rules import OWN_ANSWERS, Rule, rules
from wizard.i18n import N_, translate
from wizard.interview import places
from wizard.interview.kinds import Json, Text
from wizard.interview.values import Words

Computed = Callable[[Case], Iterator[Hit]]
COMPUTED: Mapping[str, Computed] = {
    "SLA03": reply_times.too_slow,
    "SLA04": reply_times.only_templates,
    "SLA06": profile.too_long,
    "SLA07": profile.not_for_google,
    "SLA11": profile.silent_bot,
    "PRM01": keeping.nobody_there,
    "PRM02": keeping.too_much,
    "PRM03": keeping.long_closures,
    "PRM04": reply_times.slower_than_usual,
    "PRM05": keeping.longer_than_a_page,
    "PRM06": keeping.not_kept,
    "ACK01": signatures.nameless,
    "ACK03": signatures.electronic,
    "ACK04": signatures.awaited,
    "ACK05": signatures.after_the_contract,
    "CRI02": rehearsing.no_break_in,
    "CRI03": rehearsing.leak_without_notice,
    "CRI04": rehearsing.no_drill,
    "CRI07": rehearsing.stale_contacts,
    "CRI08": rehearsing.posts_go_on,
    "CRI11": rehearsing.old_law_check,
    "CRI12": rehearsing.old_risk_talk,
    "CON01": positions.vacant,
    "CON02": contradictions.own_deputy,
    "CON03": contradictions.banned_and_allowed,
    "CON04": contradictions.another_speaker,
    "CON05": contradictions.slower_when_worse,
    "CON06": contradictions.approved_too_late,
    "CON07": contradictions.no_such_bot,
    "CON08": contradictions.own_stand_in,
    "CON09": contradictions.gone,
    "WRD02": reading.long_sentences,
    "WRD03": reading.one_language,
    "WRD04": reading.unfinished,
}
"""What is computed, by the id of its check."""


def findings(case: Case) -> tuple[Finding, ...]:
    """What all checks find, what matters most first, and each once."""
    all_found: dict[str, list[Finding]] = defaultdict(list)
    for rule in rules().values():
        if rule.applies(case.packs):
            for hit in _hits(rule, case):
                one = _in_words(rule, hit, case)
                all_found[one.key].append(one)
    found = {key: _as_one(several) for key, several in all_found.items()}
    told = frozenset(place for one in found.values() if one.absent for place in one.places)
    for hit in completeness.incomplete(case, told):
        one = _in_words(rules()[completeness.INCOMPLETE], hit, case)
        found[one.key] = one
    return tuple(sorted(found.values(), key=lambda one: SEVERITIES.index(one.severity)))


def _as_one(several: list[Finding]) -> Finding:
    """The first of what one check found in one place; who leaves it leaves all of it."""
    evidence = dict.fromkeys(one.evidence for one in several)
    if len(evidence) == 1:
        return several[0]
    return replace(several[0], evidence=_digest(" ".join(evidence)))


def _hits(rule: Rule, case: Case) -> Iterator[Hit]:
    for condition in rule.conditions:
        yield from conditions.hits(condition, case)
    if rule.id in COMPUTED:
        yield from COMPUTED[rule.id](case)


def _in_words(rule: Rule, hit: Hit, case: Case) -> Finding:
    language = case.language
    name = f"message_{hit.variant}" if hit.variant else "message"
    return Finding(
        check=rule.id,
        severity=hit.severity or rule.weight(case.packs),
        message=rule.words(name, language).format_map(hit.values),
        why=rule.words("why", language).format_map(hit.values),
        sources=() if rule.source == OWN_ANSWERS else rule.sources(case.packs, language),
        places=hit.places,
        evidence=_evidence(hit, case),
        remedy=hit.remedy or _remedy(rule, hit, case),
        absent=hit.absent,
        document=hit.document,
    )


def _evidence(hit: Hit, case: Case) -> str:
    """The same for the same answers in any language, and another for others."""
    told: Json = [hit.evidence, [[str(place), case.raw(place)] for place in _telling(hit)]]
    return _digest(json.dumps(told, sort_keys=True))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _telling(hit: Hit) -> list[places.Place]:
    """The places whose values are the evidence; a long list tells for itself what it found."""
    return [] if hit.evidence else list(hit.places)


def _remedy(rule: Rule, hit: Hit, case: Case) -> Remedy | None:
    """What the data of a check offer: the catalogue's text, or another sentence."""
    place, language = hit.places[0], case.language
    label = translate(N_("Use wording"), language)
    if rule.takes and isinstance(places.question_at(place).kind, Text):
        return Remedy(label, place, {"ref": rule.takes})
    if hit.wording not in rule.entry.fields or not hit.evidence:
        return None
    value = places.value_at(case.answers, place)
    if not isinstance(value, Words):
        return None
    instead = {one: rule.words(hit.wording, one) for one in ("en", "ru")}
    spoken = next((one for one, text in value.other.items() if hit.evidence in text), "")
    better = conditions.words_with(value, spoken, hit.evidence, instead)
    if better == value:
        return None
    return Remedy(label, place, places.question_at(place).kind.dump(better))
