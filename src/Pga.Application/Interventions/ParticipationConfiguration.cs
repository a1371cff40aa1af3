using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Domain.Catalogues;
using Pga.Domain.Interventions;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Interventions;

internal sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> participation)
    {
        participation.Property(p => p.ImportKey).HasMaxLength(64);
        participation.HasIndex(p => p.ImportKey).IsUnique().HasFilter("ImportKey IS NOT NULL");
        participation.HasOne<Traject>().WithMany().HasForeignKey(p => p.TrajectId).OnDelete(DeleteBehavior.Restrict);
        participation.HasOne<Intervention>().WithMany().HasForeignKey(p => p.InterventionId).OnDelete(DeleteBehavior.Restrict);
        participation.Property(p => p.Result).HasMaxLength(32);
    }
}

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.HasOne<Participation>().WithOne().HasForeignKey<Referral>(r => r.ParticipationId).OnDelete(DeleteBehavior.Restrict);
        referral.HasOne<Traject>().WithMany().HasForeignKey(r => r.TrajectId).OnDelete(DeleteBehavior.Restrict);
        referral.HasOne<Intervention>().WithMany().HasForeignKey(r => r.InterventionId).OnDelete(DeleteBehavior.Restrict);
        referral.HasOne<InterventionGroup>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        referral.HasOne<Partner>().WithMany().HasForeignKey(r => r.PartnerId).OnDelete(DeleteBehavior.Restrict);
        referral.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.MadeById).OnDelete(DeleteBehavior.Restrict);
        referral.Property(r => r.FieldCodes).HasMaxLength(Referral.MaxFields);
        referral.Property(r => r.Purpose).HasMaxLength(Referral.MaxText);
        referral.Property(r => r.Goal).HasMaxLength(Referral.MaxText);
        referral.Property(r => r.CloseReason).HasMaxLength(Referral.MaxText);
        referral.Ignore(r => r.Fields);
        // What a partner may see today, and when that ends.
        referral.HasIndex(r => new { r.PartnerId, r.ClosedAt, r.GrantUntil });
        // Who is in line for a place.
        referral.HasIndex(r => new { r.InterventionId, r.ClosedAt, r.GroupId });
        // Somebody's own referrals that were answered lately.
        referral.HasIndex(r => new { r.MadeById, r.DeclinedAt });
    }
}

internal sealed class InterventionGroupConfiguration : IEntityTypeConfiguration<InterventionGroup>
{
    public void Configure(EntityTypeBuilder<InterventionGroup> group)
    {
        group.HasOne<Intervention>().WithMany().HasForeignKey(g => g.InterventionId).OnDelete(DeleteBehavior.Restrict);
        group.HasOne<Partner>().WithMany().HasForeignKey(g => g.PartnerId).OnDelete(DeleteBehavior.Restrict);
        group.Property(g => g.Name).HasMaxLength(InterventionGroup.MaxName);
        group.HasIndex(g => new { g.InterventionId, g.Name }).IsUnique();
    }
}

internal sealed class InterventionSessionConfiguration : IEntityTypeConfiguration<InterventionSession>
{
    public void Configure(EntityTypeBuilder<InterventionSession> session)
    {
        session.HasOne<Intervention>().WithMany().HasForeignKey(s => s.InterventionId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.MadeById).OnDelete(DeleteBehavior.Restrict);
        session.HasMany(s => s.Roster).WithOne().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Restrict);
        session.HasIndex(s => new { s.PartnerId, s.On });
        session.HasIndex(s => new { s.MadeById, s.On });
    }
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.HasOne<Participation>().WithMany().HasForeignKey(a => a.ParticipationId).OnDelete(DeleteBehavior.Restrict);
        attendance.HasOne<Traject>().WithMany().HasForeignKey(a => a.TrajectId).OnDelete(DeleteBehavior.Restrict);
        attendance.Property(a => a.Code).HasMaxLength(16);
        attendance.Property(a => a.Note).HasMaxLength(Attendance.MaxNote);
    }
}

internal sealed class EndReportConfiguration : IEntityTypeConfiguration<EndReport>
{
    public void Configure(EntityTypeBuilder<EndReport> report)
    {
        report.HasOne<Participation>().WithMany().HasForeignKey(r => r.ParticipationId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Traject>().WithMany().HasForeignKey(r => r.TrajectId).OnDelete(DeleteBehavior.Restrict);
        report.Property(r => r.Reached).HasMaxLength(16);
        report.Property(r => r.Text).HasMaxLength(EndReport.MaxText);
        report.Property(r => r.Advice).HasMaxLength(EndReport.MaxText);
        report.Property(r => r.CorrectionReason).HasMaxLength(Referral.MaxText);
        report.Ignore(r => r.Fact);
    }
}

internal sealed class PartnerInvolvementConfiguration : IEntityTypeConfiguration<PartnerInvolvement>
{
    public void Configure(EntityTypeBuilder<PartnerInvolvement> involvement)
    {
        involvement.HasOne<Traject>().WithMany().HasForeignKey(i => i.TrajectId).OnDelete(DeleteBehavior.Restrict);
        involvement.HasOne<Partner>().WithMany().HasForeignKey(i => i.PartnerId).OnDelete(DeleteBehavior.Restrict);
        involvement.HasIndex(i => new { i.TrajectId, i.PartnerId, i.From }).IsUnique();
    }
}
