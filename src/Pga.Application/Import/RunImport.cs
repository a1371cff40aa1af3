using MediatR;
using Pga.Application.Access;
using Pga.Application.Clients;
using Pga.Application.Data;
using Pga.Application.Staff;
using Pga.Domain.Common;

namespace Pga.Application.Import;

/// <summary>Imports a folder of CSV files: all of it, or nothing. Importing it again changes nothing.</summary>
/// <param name="Directory">The folder; <see cref="ImportFiles"/> has its files and their columns.</param>
/// <param name="Update">Takes the new content of rows that are known with other content; without it they are faults.</param>
[Requires(Permission.RunImport, Purpose = Purposes.Management)]
public sealed record RunImport(string Directory, bool Update, IProgress<ImportProgress>? Progress = null) : IRequest<ImportReport>;

/// <param name="Step">Dutch: what it is doing.</param>
/// <param name="File">Name of the file, or empty when it is about the whole.</param>
/// <param name="Rows">Rows done so far in this step and file.</param>
public sealed record ImportProgress(string Step, string File, int Rows);

/// <param name="Files">What became of the rows of each file; empty when there are faults.</param>
/// <param name="Faults">The first <see cref="MaxShown"/> faults, each <c>file:line: column: what is wrong (value)</c>.</param>
/// <param name="FaultCount">All faults.</param>
public sealed record ImportReport(IReadOnlyList<ImportFileSummary> Files, IReadOnlyList<string> Faults, int FaultCount)
{
    public const int MaxShown = 200;

    /// <summary>What was left out without being a fault, in the form of a fault; at most <see cref="MaxShown"/>.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public bool Succeeded => FaultCount == 0;
}

public sealed record ImportFileSummary(string File, int Read, int New, int Unchanged, int Updated);

internal sealed class RunImportHandler(PgaDbContext db, Actor actor, TimeProvider clock, BsnVault vault) : IRequestHandler<RunImport, ImportReport>
{
    public async Task<ImportReport> Handle(RunImport request, CancellationToken cancellationToken)
    {
        var ct = cancellationToken;
        var progress = new ProgressTicker(request.Progress, ct);
        using var staging = new Staging();
        var faults = new Faults(staging);
        var catalogues = await ImportCatalogues.Load(db, ct);
        var teams = await TeamNames.OfAll(db, ct);

        // Everything is checked in the staging database; the real one is only read.
        var read = new FolderReader(staging, faults, new CellContext(clock.Today(), catalogues, teams), progress).Read(request.Directory);
        var present = staging.Present;
        if (present.Count > 0)
        {
            progress.Start("vergelijken", "");
            await new ExistingRows(db, staging, progress).Load(present, ct);
            new Comparison(staging, vault).Run(present);
            new CrossChecks(staging, faults).Run(present, request.Update);
        }

        if (faults.Count() is var count and > 0)
            return new ImportReport([], faults.First(ImportReport.MaxShown), count);

        await using (var bulk = await BulkWriter.Begin(db, ct))
        {
            var writer = new ImportWriter(db, bulk, actor, clock.UtcNow());
            await new FolderWriter(staging, writer, catalogues, vault, clock, progress).Write(present, ct);
            await bulk.Commit(ct);
        }

        return new ImportReport([.. present.Select(file => Summarise(staging, file, read[file]))], [], 0) { Remarks = faults.Remarks(ImportReport.MaxShown) };
    }

    private static ImportFileSummary Summarise(Staging staging, ImportFile file, int read)
    {
        var added = staging.Number($"SELECT COUNT(*) FROM {file.Table} WHERE is_new = 1");
        var updated = staging.Number($"SELECT COUNT(*) FROM {file.Table} WHERE changed IS NOT NULL");
        return new ImportFileSummary(file.FileName, read, added, read - added - updated, updated);
    }
}
