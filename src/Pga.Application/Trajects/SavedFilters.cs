using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Trajects;

internal sealed class SavedFilterConfiguration : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> filter)
    {
        filter.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.StaffId).OnDelete(DeleteBehavior.Cascade);
        filter.Property(f => f.Name).HasMaxLength(SavedFilter.MaxName);
        filter.Property(f => f.Filter).HasMaxLength(SavedFilter.MaxFilter);
        filter.HasIndex(f => new { f.StaffId, f.Name }).IsUnique();
    }
}

/// <summary>How a question to the worklist is kept: without the page, and without what is as always.</summary>
internal static class KeptFilter
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static string Write(GetWorklist filter) => JsonSerializer.Serialize(filter with { Page = 1 }, Options);

    /// <summary>Null when it has a code that no longer exists.</summary>
    public static GetWorklist? Read(string filter) =>
        JsonSerializer.Deserialize<GetWorklist>(filter, Options) is { } read && new GetWorklistValidator().Validate(read).IsValid ? read : null;
}
