using System.Globalization;
using System.Text;
using FluentValidation;
using MediatR;
using Pga.Application.Access;
using Pga.Application.Data;
using Pga.Application.Pipeline;
using Pga.Application.Plans;
using Pga.Domain.Catalogues;
using Pga.Domain.Common;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

/// <summary>
/// The whole worklist behind a filter as a file: a permission of its own, and a line in the access log for each client in
/// it. Without free text.
/// </summary>
[Requires(Permission.ExportWorklist, Purpose = Purposes.Export)]
public sealed record ExportWorklist(GetWorklist Filter) : IQuery<WorklistFile>;

/// <param name="Name">To save it under; names nobody.</param>
/// <param name="Content">CSV in UTF-8 with a byte order mark and semicolons, as a Dutch spreadsheet opens it.</param>
public sealed record WorklistFile(string Name, byte[] Content) : IRevealsClients
{
    public const string ContentType = "text/csv";

    internal IReadOnlyList<IRevealsClient> Rows { get; init; } = [];

    IEnumerable<IRevealsClient> IRevealsClients.Revealed => Rows;
}

internal sealed class ExportWorklistValidator : AbstractValidator<ExportWorklist>
{
    public ExportWorklistValidator() => RuleFor(q => q.Filter).SetValidator(new GetWorklistValidator());
}

internal sealed class ExportWorklistHandler(PgaDbContext db, Actor actor, TimeProvider clock, EvaluationTerms terms) : IRequestHandler<ExportWorklist, WorklistFile>
{
    public async Task<WorklistFile> Handle(ExportWorklist q, CancellationToken cancellationToken)
    {
        var rows = await new GetWorklistHandler(db, actor, clock, terms).Rows(q.Filter, cancellationToken);
        return new WorklistFile($"caseload-{clock.Today():yyyy-MM-dd}.csv", Write(rows)) { Rows = rows };
    }

    private static byte[] Write(IEnumerable<WorklistRow> rows)
    {
        using var stream = new MemoryStream();
        using (var csv = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" })
        {
            Line(csv, ["Dossier", "Naam", "Leeftijd", "Wijk", "Aanpak", "Status", "Laatste contact", "Volgende stap op", "Vooruit", "Achteruit", "Gelijk"]);
            foreach (var row in rows)
            {
                Line(csv,
                [
                    row.Number, row.Name, Number(row.Age), Wijken.List.Label(row.Wijk ?? Wijken.Unknown), Programmes.List.Label(row.Programme),
                    TrajectStates.List.Label(row.State), Date(row.LastContactOn), Date(row.NextStep?.On), Number(row.Up), Number(row.Down), Number(row.Same),
                ]);
            }
        }

        return stream.ToArray();
    }

    private static void Line(StreamWriter csv, IEnumerable<string> fields) => csv.WriteLine(string.Join(';', fields.Select(CsvField.Of)));

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
