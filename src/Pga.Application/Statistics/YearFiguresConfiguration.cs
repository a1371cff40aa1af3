using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Catalogues;
using Pga.Domain.Statistics;

namespace Pga.Application.Statistics;

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> activity)
    {
        activity.HasOne<ActivityKind>().WithMany().HasForeignKey(a => a.KindId).OnDelete(DeleteBehavior.Restrict);
        activity.HasIndex(a => new { a.Year, a.KindId }).IsUnique();
    }
}

internal sealed class BudgetConfiguration : IEntityTypeConfiguration<Budget>
{
    public void Configure(EntityTypeBuilder<Budget> budget)
    {
        budget.Property(b => b.Priority).HasMaxLength(Budget.MaxPriority);
        budget.HasIndex(b => new { b.Year, b.Priority }).IsUnique();
    }
}
