using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;
using Pga.Domain.Rapportage;

namespace Pga.Application.Rapportage;

/// <summary>The stored edition of a year for one audience. Not found when there is none.</summary>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetEdition(int Year, string Audience = Audiences.Council) : IQuery<EditionView>;

/// <param name="Version">Send it back when confirming: it says which numbers and texts were read.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="ConfirmedBy">Name of who confirmed it.</param>
/// <param name="MayMake">Whether the actor may make it again now.</param>
/// <param name="WhyNot">For who has the permission to confirm: why it can't be confirmed now, in Dutch; each reason on a line of its own.</param>
/// <param name="Advice">Remarks for the manager about the tables, in Dutch.</param>
public sealed record EditionView(
    Guid Id,
    Report Report,
    Guid Version,
    DateTime MadeAt,
    bool IsConfirmed,
    DateOnly? ConfirmedOn,
    string? ConfirmedBy,
    bool MayMake,
    bool MayConfirm,
    string? WhyNot,
    IReadOnlyList<ErratumView> Errata,
    IReadOnlyList<string> Advice);

/// <param name="By">Name of who wrote it.</param>
/// <param name="LateOutflow">A Dutch sentence on the ends that were confirmed after the edition froze.</param>
public sealed record ErratumView(DateOnly On, string By, string Text, string LateOutflow);

internal sealed class GetEditionValidator : AbstractValidator<GetEdition>
{
    public GetEditionValidator() => RuleFor(r => r.Audience).Must(Audiences.List.Has).WithMessage("Kies voor wie: gemeenteraad of sturing.");
}

internal sealed class GetEditionHandler(PgaDbContext db, EditionArchive archive, IServiceScopeFactory scopes, Thresholds thresholds, Actor actor, TimeProvider clock)
    : IRequestHandler<GetEdition, EditionView>
{
    public async Task<EditionView> Handle(GetEdition request, CancellationToken cancellationToken)
    {
        var stored = await archive.Find(request.Year, cancellationToken) ?? throw new NotFound();
        var edition = stored.Edition;
        var report = await archive.ReadReport(stored, request.Audience, cancellationToken);
        if (edition.IsConfirmed)
            return View(edition, report, edition.Version, mayMake: false, mayConfirm: false, whyNot: null);

        var now = clock.UtcNow();
        var before = await archive.Find(request.Year - 1, cancellationToken);
        var texts = await DraftTexts.Read(db, new FactReader(scopes, request.Year, now, cancellationToken), request.Year, cancellationToken);
        var mayMake = actor.Can(Permission.MakeReport)
            && await DraftRules.WhyNotMake(db, archive, thresholds, request.Year, stored, before, now, cancellationToken) is null;
        var whyNot = actor.Can(Permission.ConfirmReport)
            ? (await ConfirmationRules.WhyNot(db, edition, before?.Edition, now, cancellationToken)).Select(rule => rule.Text).ToList()
            : [];
        return View(edition, texts.Beside(report), texts.VersionWith(edition.Version), mayMake, actor.Can(Permission.ConfirmReport) && whyNot.Count == 0, whyNot.Count == 0 ? null : string.Join('\n', whyNot));
    }

    private static EditionView View(Edition edition, Report report, Guid version, bool mayMake, bool mayConfirm, string? whyNot) => new(
        edition.Id,
        report,
        version,
        edition.MadeAt,
        edition.IsConfirmed,
        edition.ConfirmedAt is { } at ? Calendar.DateIn(at) : null,
        edition.ConfirmedByName,
        mayMake,
        mayConfirm,
        whyNot,
        [.. edition.Errata.OrderBy(e => e.AddedAt).ThenBy(e => e.Id).Select(e => new ErratumView(Calendar.DateIn(e.AddedAt), e.AddedByName, e.Text, LateOutflow.Sentence(e, edition.Year)))],
        ReportAdvice.On(report));
}
