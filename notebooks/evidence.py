"""Cells that compute what several kinds of claim have in common: the definition of the model, both sides in numbers."""

from notebooks.book import Cell, code, text
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.typesetting import latex, symbol
from proofs.core.claims import Experiment


def definition(experiment: Experiment, expected: str) -> list[Cell]:
    """The loss from the definition of the model, compared with what the claim says it is."""
    return [
        text(f"The loss from the definition: {_model(experiment)}."),
        code(
            f"""
            from proofs.attention.placed import placed_loss

            loss = placed_loss(claim.experiment)
            shown.same(loss, {expected}, difference(loss, {expected}, claim.abbreviations))
            """
        ),
    ]


def placed(experiment: Experiment) -> list[Cell]:
    """The prediction from the definition of the model, at the weights of the claim, beside the algorithm."""
    return [
        text(f"The prediction from the definition: {_model(experiment)}, at the weights of the claim."),
        code(
            """
            from dataclasses import replace

            from proofs import substitute
            from proofs.attention.data import data
            from proofs.attention.placed import placed_prediction

            weights = dict(claim.weights)
            blocks = tuple((name, substitute(block, weights)) for name, block in claim.experiment.blocks)
            experiment = replace(claim.experiment, blocks=blocks)
            prediction = placed_prediction(experiment, data(experiment.task))
            shown.same(prediction, claim.algorithm, difference(prediction, claim.algorithm, claim.abbreviations))
            """
        ),
    ]


def _model(experiment: Experiment) -> str:
    """The model, the task and the blocks of the weights, in words and LaTeX."""
    blocks = [(symbol(name), latex(polynomial(block))) for name, block in experiment.blocks]
    shown = ", ".join(f"${name}$ free" if name == block else f"${name} = {block}$" for name, block in blocks)
    return f"`{experiment.model}` on `{experiment.task}` with {shown} and all other blocks zero"


def instances(module: str, comparison: str = "values_comparison", says: str = "") -> list[Cell]:
    """Both sides of a comparison that a check of the kind makes, at instances."""
    return [
        text(says or "Both sides at rational instances of the hypotheses, exactly:"),
        code(
            f"""
            from verify.checks.{module} import {comparison}

            comparison = {comparison}(claim)
            tables.compared(comparison, context.instances(claim, comparison.involved))
            """
        ),
    ]


def entrywise() -> list[Cell]:
    """Both sides of an equality with the means written out in the entries."""
    return [
        text("Both sides with the means written out in the entries of the random letters, exactly:"),
        code(
            """
            from verify.checks.definition import SMALL, entrywise_comparison

            comparison = entrywise_comparison(claim)
            tables.compared(comparison, context.instances(claim, comparison.involved, shapes=SMALL))
            """
        ),
    ]


def minimizer() -> list[Cell]:
    """The minimizer at an instance; it follows `instances`."""
    return [
        text("The minimizer in numbers:"),
        code(
            """
            instance, *_ = context.instances(claim, comparison.involved)
            tables.minimizer(claim, instance)
            """
        ),
    ]


def equations(module: str) -> list[Cell]:
    """Both sides of the equations of a derivation at one instance."""
    return [
        text("Every equation at one rational instance, exactly:"),
        code(
            f"""
            from proofs.optimum.{module} import equations

            found = equations(claim)
            instance, *_ = context.instances(claim, [side for _, *sides in found for side in sides])
            tables.values(found, instance)
            """
        ),
    ]


def roads(says: str) -> list[Cell]:
    """All roads to a claim but the symbolic one, as its check has taken them."""
    return [text(says), code("shown.roads(report, claim)")]
