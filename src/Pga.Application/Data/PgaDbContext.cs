using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Pga.Application.Access;
using Pga.Application.Audit;
using Pga.Application.Pipeline;
using Pga.Application.Staff;
using Pga.Domain.Assessments;
using Pga.Domain.Catalogues;
using Pga.Domain.Clients;
using Pga.Domain.Common;
using Pga.Domain.Conferences;
using Pga.Domain.Contacts;
using Pga.Domain.DataSharings;
using Pga.Domain.Detention;
using Pga.Domain.Documents;
using Pga.Domain.Facts;
using Pga.Domain.Interventions;
using Pga.Domain.Plans;
using Pga.Domain.Rapportage;
using Pga.Domain.Relations;
using Pga.Domain.Spreekuren;
using Pga.Domain.Staff;
using Pga.Domain.Statistics;
using Pga.Domain.Stories;
using Pga.Domain.Tasks;
using Pga.Domain.Trajects;

namespace Pga.Application.Data;

/// <summary>
/// The one model. Everything with person data has a query filter that goes through <see cref="Trajects"/>, whose own
/// filter is <see cref="AccessRule.MayRead"/>.
/// </summary>
public sealed class PgaDbContext(DbContextOptions<PgaDbContext> options, Actor actor, CurrentRequest request, TimeProvider clock)
    : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Client> Clients => Set<Client>();

    public DbSet<Traject> Trajects => Set<Traject>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();
    public DbSet<Transfer> Transfers => Set<Transfer>();

    public DbSet<Absence> Absences => Set<Absence>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<ConditionMeasurement> ConditionMeasurements => Set<ConditionMeasurement>();

    public DbSet<ContactMoment> ContactMoments => Set<ContactMoment>();

    public DbSet<AgendaFeed> AgendaFeeds => Set<AgendaFeed>();

    public DbSet<LetterTemplate> LetterTemplates => Set<LetterTemplate>();

    public DbSet<Spreekuur> Spreekuren => Set<Spreekuur>();

    public DbSet<SpreekuurVisit> SpreekuurVisits => Set<SpreekuurVisit>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<InterventionGroup> InterventionGroups => Set<InterventionGroup>();

    public DbSet<InterventionSession> InterventionSessions => Set<InterventionSession>();

    public DbSet<Attendance> Attendances => Set<Attendance>();

    public DbSet<EndReport> EndReports => Set<EndReport>();

    public DbSet<PartnerInvolvement> PartnerInvolvements => Set<PartnerInvolvement>();

    public DbSet<DetentionPeriod> DetentionPeriods => Set<DetentionPeriod>();

    public DbSet<Relation> Relations => Set<Relation>();

    public DbSet<DataSharing> DataSharings => Set<DataSharing>();

    public DbSet<TriageDecision> TriageDecisions => Set<TriageDecision>();

    public DbSet<Aanmelding> Aanmeldingen => Set<Aanmelding>();
    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Goal> Goals => Set<Goal>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
    public DbSet<FamilyLink> FamilyLinks => Set<FamilyLink>();

    public DbSet<Fact> Facts => Set<Fact>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<Intervention> Interventions => Set<Intervention>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<Institution> Institutions => Set<Institution>();

    public DbSet<ActivityKind> ActivityKinds => Set<ActivityKind>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<Budget> Budgets => Set<Budget>();

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<EditionPart> EditionParts => Set<EditionPart>();

    public DbSet<Story> Stories => Set<Story>();

    public DbSet<StorySource> StorySources => Set<StorySource>();

    public DbSet<TextBlock> TextBlocks => Set<TextBlock>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    public DbSet<CaseConference> CaseConferences => Set<CaseConference>();

    public DbSet<ConferenceCase> ConferenceCases => Set<ConferenceCase>();

    public DbSet<ConferenceInvitation> ConferenceInvitations => Set<ConferenceInvitation>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<AccessLogLine> AccessLog => Set<AccessLogLine>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<DigestSetting> DigestSettings => Set<DigestSetting>();

    public DbSet<ProcessedCommand> ProcessedCommands => Set<ProcessedCommand>();

    // What the access rule reads; evaluated at each query.
    internal bool SeesAll => actor.IsSystem;

    internal Guid ActorId => actor.StaffId ?? Guid.Empty;

    internal bool WorksCases => actor.Is(StaffRoles.PgaExpert) || actor.Is(StaffRoles.Coordinator);

    internal bool WorksAsExpert => actor.Is(StaffRoles.PgaExpert);

    internal bool WorksRio => actor.Is(StaffRoles.Rio);

    internal string? ReadTeam => WorksCases ? actor.Team : null;

    internal string? WriteTeam => actor.Is(StaffRoles.Coordinator) ? actor.Team : null;

    internal bool TakesIn => actor.Can(Permission.DecideTriage);

    internal bool ReleasesStories => actor.Is(StaffRoles.PrivacyOfficer);

    internal bool ReadsReleasedStories => actor.Is(StaffRoles.Manager);

    /// <summary>The partner whose grants the actor may use; null for everyone else.</summary>
    internal Guid? PartnerOf => actor.Is(StaffRoles.Partner) ? actor.PartnerId : null;

    internal DateOnly Today => clock.Today();

    internal Actor Actor => actor;

    internal CurrentRequest Request => request;

    internal TimeProvider Clock => clock;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder
            .AddInterceptors(RecordHistory.Instance)
            // Dependents are filtered by the same rule as what they belong to; the warning is about filters that differ.
            .ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning))
            // They log the whole exception, and SQL Server quotes values in its messages. Who handles the exception logs its type.
            .ConfigureWarnings(w => w.Ignore(CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcOffsetConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PgaDbContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(Aggregate).IsAssignableFrom(type.ClrType))
                builder.Entity(type.ClrType).Property(nameof(Aggregate.Version)).IsConcurrencyToken();
            if (typeof(Entity).IsAssignableFrom(type.ClrType))
                builder.Entity(type.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
            ByteOrder.KeepFor(Database.ProviderName, type);
        }

        builder.Entity<Traject>().HasQueryFilter(AccessRule.MayRead(this));
        ThroughTraject<Assessment>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<ConditionMeasurement>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<ContactMoment>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        // A grant opens no dossier: to a partner it shows the referral, and their own work on it.
        ThroughTraject<Referral>(builder, e => Trajects.Any(t => t.Id == e.TrajectId)
            || (PartnerOf != null && e.PartnerId == PartnerOf && e.ClosedAt == null && e.GrantEndedAt == null && e.GrantUntil >= Today));
        ThroughTraject<Participation>(builder, e => Trajects.Any(t => t.Id == e.TrajectId)
            || (PartnerOf != null && Referrals.Any(r => r.ParticipationId == e.Id && r.PartnerId == PartnerOf)));
        ThroughTraject<Attendance>(builder, e => Trajects.Any(t => t.Id == e.TrajectId)
            || (PartnerOf != null && Referrals.Any(r => r.ParticipationId == e.ParticipationId && r.PartnerId == PartnerOf)));
        ThroughTraject<EndReport>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<PartnerInvolvement>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<DataSharing>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<TriageDecision>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        // A partner sees what they sent, every coordinator what nobody has made a traject of (decision 12).
        ThroughTraject<Aanmelding>(builder, e => SeesAll || e.SentById == ActorId || (TakesIn && e.TrajectId == null) || Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<Plan>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<Goal>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<WorkItem>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<Evaluation>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<Client>(builder, e => Trajects.Any(t => t.ClientId == e.Id));
        ThroughTraject<DetentionPeriod>(builder, e => Trajects.Any(t => t.ClientId == e.ClientId));
        ThroughTraject<Relation>(builder, e => Trajects.Any(t => t.ClientId == e.ClientId));
        // Who sees one side only must not learn that there is another.
        ThroughTraject<FamilyLink>(builder, e => Trajects.Any(t => t.ClientId == e.ClientId) && Trajects.Any(t => t.ClientId == e.RelativeId));
        // What may no longer be kept is gone for all but the system's own jobs. Facts of police and justice have a rule of their
        // own besides, with a name, so that the banner about them can leave out that one and no other.
        builder.Entity<Fact>()
            .HasQueryFilter(AccessRule.Name, e => (SeesAll || e.KeepUntil == null || e.KeepUntil >= Today) && Trajects.Any(t => t.Id == e.TrajectId))
            .HasQueryFilter(JusticeRule.Name, JusticeRule.WithRule<Fact>(this, e => !e.IsJustice || Trajects.Any(t => t.Id == e.TrajectId && JusticeRule.Allows(t))));
        ThroughTraject<SpreekuurVisit>(builder, e => e.ClientId == null || Trajects.Any(t => t.ClientId == e.ClientId));
        builder.Entity<SavedFilter>().HasQueryFilter(e => e.StaffId == ActorId);
        ThroughTraject<StorySource>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<Document>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<DocumentVersion>(builder, e => Documents.Any(d => d.Id == e.DocumentId && Trajects.Any(t => t.Id == d.TrajectId)));
        ThroughTraject<ConferenceCase>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<ConferenceInvitation>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        ThroughTraject<Decision>(builder, e => Trajects.Any(t => t.Id == e.TrajectId));
        // A story may name people until it is anonymised. From then on it is read apart from its dossier.
        ThroughTraject<Story>(builder, e => SeesAll || e.AuthorId == ActorId
            || (ReleasesStories && e.AnonymisedAt != null)
            || (ReadsReleasedStories && e.ReleasedAt != null)
            || StorySources.Any(s => s.StoryId == e.Id && Trajects.Any(t => t.Id == s.TrajectId)));
        // Unanswered it is for who is asked and who asked; answered, for who sees one of its cases.
        ThroughTraject<Transfer>(builder, e => SeesAll
            || (e.ClosedAt == null && (e.ToStaffId == ActorId || e.FromStaffId == ActorId || e.ProposedById == ActorId || (WriteTeam != null && e.ToTeam == WriteTeam)))
            || e.Cases.Any(c => Trajects.Any(t => t.Id == c.TrajectId)));
        // One's own, and of a dossier only while one sees it: also how many there are may tell something.
        ThroughTraject<Notification>(builder, e => e.StaffId == ActorId && (e.TrajectId == null || Trajects.Any(t => t.Id == e.TrajectId)));
        // Without client or traject it is about nobody. Who sees one traject of a client has no business with the history of
        // another, and what has a rule of its own is for who may see the thing itself.
        ThroughTraject<HistoryEntry>(builder, e => (e.ClientId == null || Trajects.Any(t => t.ClientId == e.ClientId))
            && (e.TrajectId == null || Trajects.Any(t => t.Id == e.TrajectId))
            && (e.Entity != nameof(FamilyLink) || FamilyLinks.Any(l => l.Id == e.EntityId))
            && (e.Entity != nameof(Fact) || Facts.Any(f => f.Id == e.EntityId)));
        ThroughTraject(builder, JusticeRule.WithRule<AccessLogLine>(this, e => (e.ClientId != null
            ? Trajects.Any(t => t.ClientId == e.ClientId)
            : e.TrajectId == null || Trajects.Any(t => t.Id == e.TrajectId))
            && (e.Purpose != Purposes.FamilyLink || e.ActorId == ActorId || SeesAll)
            && (e.Purpose != Purposes.Justice || Trajects.Any(t => t.Id == e.TrajectId && JusticeRule.Allows(t)))));
    }

    private static void ThroughTraject<T>(ModelBuilder builder, Expression<Func<T, bool>> filter)
        where T : class => builder.Entity<T>().HasQueryFilter(filter);

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        to => to.Kind == DateTimeKind.Utc ? to : DateTime.SpecifyKind(to, DateTimeKind.Utc),
        from => DateTime.SpecifyKind(from, DateTimeKind.Utc));

    // Identity's lockout is the one DateTimeOffset; SQLite can't order those.
    private sealed class UtcOffsetConverter() : ValueConverter<DateTimeOffset, DateTime>(
        to => to.UtcDateTime,
        from => new DateTimeOffset(DateTime.SpecifyKind(from, DateTimeKind.Utc)));
}
