using Pga.Domain.Staff;

namespace Pga.Application.Import;

internal sealed partial class FolderWriter
{
    private async Task WriteStaff(CancellationToken ct)
    {
        await foreach (var (row, current) in _rows.Of<StaffMember>(ImportFiles.Staff, ct))
        {
            var roles = Cells.Parts(row["role"]);
            if (current is null)
            {
                var staff = new StaffMember(row.Id, row.Text("email"), row.Text("name"), roles, row["team"], row["organisation"], active: false);
                await writer.Add(staff, null, null, ct);
            }
            else
            {
                // What an administrator gave stays.
                var kept = current.Roles.Where(Cells.RolesNotByImport.Contains).ToList();
                await writer.Change(current, null, null, s => s.Change(row.Text("name"), [.. roles, .. kept], row["team"], row["organisation"]), ct);
            }
        }
    }
}
