using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Domain.Common;

namespace Pga.Application.Rapportage;

/// <summary>The stored edition as a file. Of a confirmed one these are the bytes that were stored when it was confirmed.</summary>
/// <param name="Format">One of <see cref="ReportFormats"/>.</param>
[Requires(Permission.ViewReport, Purpose = Purposes.Statistics)]
public sealed record GetEditionFile(int Year, string Audience, string Format) : IQuery<EditionFile>;

/// <param name="Name">To save it under: <c>rapportage-2024-concept.csv</c>.</param>
public sealed record EditionFile(string Name, string ContentType, byte[] Content);

internal sealed class GetEditionFileValidator : AbstractValidator<GetEditionFile>
{
    public GetEditionFileValidator()
    {
        RuleFor(r => r.Audience).Must(Audiences.List.Has).WithMessage("Kies voor wie: gemeenteraad of sturing.");
        RuleFor(r => r.Format).Must(ReportFormats.All.Contains).WithMessage("Kies json, csv, html of docx.");
    }
}

internal sealed class GetEditionFileHandler(PgaDbContext db, EditionArchive archive, IServiceScopeFactory scopes, TimeProvider clock) : IRequestHandler<GetEditionFile, EditionFile>
{
    public async Task<EditionFile> Handle(GetEditionFile request, CancellationToken cancellationToken)
    {
        var stored = await archive.Find(request.Year, cancellationToken) ?? throw new NotFound();
        var forWhom = request.Audience == Audiences.Council ? "" : $"-{Audiences.List.Label(request.Audience).ToLowerInvariant()}";
        var draft = stored.Edition.IsConfirmed ? "" : "-concept";
        return new EditionFile(
            $"rapportage-{request.Year}{forWhom}{draft}.{request.Format}",
            ReportFormats.ContentType(request.Format),
            stored.Edition.IsConfirmed
                ? await archive.Read(stored, request.Audience, request.Format, cancellationToken)
                : await Write(stored, request, cancellationToken));
    }

    private async Task<byte[]> Write(StoredEdition stored, GetEditionFile request, CancellationToken ct)
    {
        var texts = await DraftTexts.Read(db, new FactReader(scopes, request.Year, clock.UtcNow(), ct), request.Year, ct);
        return ReportFormats.Write(texts.Beside(await archive.ReadReport(stored, request.Audience, ct)), request.Format);
    }
}
