using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pga.Application.Data;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Conferences;
using Pga.Domain.DataSharings;
using Pga.Domain.Staff;
using Pga.Domain.Trajects;

namespace Pga.Application.Conferences;

internal sealed class CaseConferenceConfiguration : IEntityTypeConfiguration<CaseConference>
{
    public void Configure(EntityTypeBuilder<CaseConference> conference)
    {
        conference.Property(c => c.Team).HasMaxLength(Traject.MaxTeam).InByteOrder();
        conference.Property(c => c.Place).HasMaxLength(CaseConference.MaxPlace);
        conference.Property(c => c.CancelReason).HasMaxLength(CaseConference.MaxReason);
        conference.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.MadeById).OnDelete(DeleteBehavior.Restrict);
        // One at a time per team; also the order of the list.
        conference.HasIndex(c => new { c.Team, c.HeldOn, c.StartsAt }).IsUnique().HasFilter("CancelledAt IS NULL");
    }
}

internal sealed class ConferenceCaseConfiguration : IEntityTypeConfiguration<ConferenceCase>
{
    public void Configure(EntityTypeBuilder<ConferenceCase> its)
    {
        its.HasOne<Traject>().WithMany().HasForeignKey(c => c.TrajectId).OnDelete(DeleteBehavior.Restrict);
        its.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        its.HasOne<CaseConference>().WithMany().HasForeignKey(c => c.ConferenceId).OnDelete(DeleteBehavior.Restrict);
        its.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.PutForwardById).OnDelete(DeleteBehavior.Restrict);
        its.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.MinutesById).OnDelete(DeleteBehavior.Restrict);
        its.Property(c => c.Reason).HasMaxLength(32);
        its.Property(c => c.Question).HasMaxLength(ConferenceCase.MaxQuestion);
        its.Property(c => c.Minutes).HasMaxLength(ConferenceCase.MaxMinutes);
        // Never twice on one agenda, and waiting for the first one to come only once.
        its.HasIndex(c => new { c.ConferenceId, c.TrajectId }).IsUnique().HasFilter("ConferenceId IS NOT NULL");
        its.HasIndex(c => c.TrajectId).IsUnique().HasFilter("ConferenceId IS NULL").HasDatabaseName("IX_ConferenceCases_Waiting");
        its.HasIndex(c => new { c.TrajectId, c.OpenedAt });
        its.OwnsMany(c => c.Earlier, earlier =>
        {
            earlier.ToTable("EarlierMinutes");
            earlier.WithOwner().HasForeignKey(e => e.ConferenceCaseId);
            earlier.HasKey(e => new { e.ConferenceCaseId, e.Number });
            earlier.Property(e => e.Number).ValueGeneratedNever();
            earlier.Property(e => e.Text).HasMaxLength(ConferenceCase.MaxMinutes);
            earlier.Property(e => e.Reason).HasMaxLength(ConferenceCase.MaxReason);
        });
    }
}

internal sealed class ConferenceInvitationConfiguration : IEntityTypeConfiguration<ConferenceInvitation>
{
    public void Configure(EntityTypeBuilder<ConferenceInvitation> invitation)
    {
        invitation.HasOne<ConferenceCase>().WithMany().HasForeignKey(i => i.ConferenceCaseId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<Traject>().WithMany().HasForeignKey(i => i.TrajectId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<StaffMember>().WithMany().HasForeignKey(i => i.StaffId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<Partner>().WithMany().HasForeignKey(i => i.PartnerId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<DataSharing>().WithMany().HasForeignKey(i => i.SharingId).OnDelete(DeleteBehavior.Restrict);
        invitation.Property(i => i.Organisation).HasMaxLength(ConferenceInvitation.MaxOrganisation);
        invitation.Property(i => i.Function).HasMaxLength(ConferenceInvitation.MaxFunction);
        invitation.Property(i => i.Ground).HasMaxLength(ConferenceInvitation.MaxGround);
        invitation.Ignore(i => i.IsOutsider);
        invitation.HasIndex(i => new { i.ConferenceCaseId, i.StaffId }).IsUnique().HasFilter("StaffId IS NOT NULL");
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.HasOne<ConferenceCase>().WithMany().HasForeignKey(d => d.ConferenceCaseId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Traject>().WithMany().HasForeignKey(d => d.TrajectId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.ById).OnDelete(DeleteBehavior.Restrict);
        decision.Property(d => d.Text).HasMaxLength(Decision.MaxText);
        decision.Property(d => d.CorrectionReason).HasMaxLength(Decision.MaxReason);
    }
}
