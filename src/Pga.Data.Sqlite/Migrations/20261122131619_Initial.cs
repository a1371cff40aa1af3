using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Pga.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccessLog",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Request = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessLog", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ActivityKinds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityKinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Budgets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Budgeted = table.Column<long>(type: "INTEGER", nullable: false),
                    Realised = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Budgets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Clients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    GivenName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    FamilyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Gender = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Wijk = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    BsnCipher = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    BsnIndex = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SafetyAgreement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SafetyAgreementUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Editions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Seal = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Editions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Request = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    EntityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Event = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    OldValues = table.Column<string>(type: "TEXT", nullable: true),
                    NewValues = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Institutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Institutions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LetterTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Partners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partners", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProcessedCommands",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Result = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcessedCommands", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TextBlocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TextBlocks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Activities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    KindId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Activities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Activities_ActivityKinds_KindId",
                        column: x => x.KindId,
                        principalTable: "ActivityKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientNameWords",
                columns: table => new
                {
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientNameWords", x => new { x.ClientId, x.Word });
                    table.ForeignKey(
                        name: "FK_ClientNameWords_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Relations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    NotedAs = table.Column<string>(type: "TEXT", maxLength: 132, nullable: true),
                    ChangedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ChangeReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Relations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Relations_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Residences",
                columns: table => new
                {
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Wijk = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Residences", x => new { x.ClientId, x.From });
                    table.ForeignKey(
                        name: "FK_Residences_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Trajects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReferredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReferredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Informed = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    InformedNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    InformedReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TriageOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    EndNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    OutflowProposedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutflowProposedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OutflowConfirmedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutflowConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Team = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Restricted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trajects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Trajects_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EditionParts",
                columns: table => new
                {
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionParts", x => new { x.EditionId, x.Audience, x.Name });
                    table.ForeignKey(
                        name: "FK_EditionParts_Editions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "Editions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Errata",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    LateOutflows = table.Column<long>(type: "INTEGER", nullable: true),
                    Threshold = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Errata", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Errata_Editions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "Editions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DetentionPeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpectedRelease = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Phase = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DetentionPeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DetentionPeriods_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DetentionPeriods_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Interventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Places = table.Column<int>(type: "INTEGER", nullable: true),
                    PlacesPerGroup = table.Column<bool>(type: "INTEGER", nullable: false),
                    Costs = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interventions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interventions_Partners_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Staff",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    RoleCodes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Staff", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Staff_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FamilyLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RelationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RelativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ContactAgreement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    LinkedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FamilyLinks_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FamilyLinks_Clients_RelativeId",
                        column: x => x.RelativeId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FamilyLinks_Relations_RelationId",
                        column: x => x.RelationId,
                        principalTable: "Relations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasuredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Moment = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Scores = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessments_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConditionMeasurements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasuredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Moment = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Statuses = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConditionMeasurements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConditionMeasurements_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Present = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evaluations_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Goals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Leefgebied = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ClientWords = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProfessionalWords = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    TargetOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Goals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Goals_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnerInvolvements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerInvolvements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerInvolvements_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PartnerInvolvements_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrawnUpOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DrawnUpById = table.Column<Guid>(type: "TEXT", nullable: true),
                    NextEvaluationOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Plans_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterventionGroups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterventionGroups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterventionGroups_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterventionGroups_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Participations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Participations_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Participations_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Aanmeldingen",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SentById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TriageOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    GivenName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    FamilyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Wijk = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 900, nullable: true),
                    Known = table.Column<string>(type: "TEXT", maxLength: 900, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Informed = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    InformedNote = table.Column<string>(type: "TEXT", maxLength: 900, nullable: true),
                    InformedReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandledById = table.Column<Guid>(type: "TEXT", nullable: true),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Feedback = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Aanmeldingen", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Aanmeldingen_Staff_SentById",
                        column: x => x.SentById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Aanmeldingen_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReplacementId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absences_Staff_ReplacementId",
                        column: x => x.ReplacementId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Staff_Id",
                        column: x => x.Id,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgendaFeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaFeeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaFeeds_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseConferences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseConferences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseConferences_Staff_MadeById",
                        column: x => x.MadeById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContactMoments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Present = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    Topics = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SafetyConcern = table.Column<bool>(type: "INTEGER", nullable: true),
                    NextStep = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NextStepDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactMoments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactMoments_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContactMoments_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DataSharings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SharedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataSharings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DataSharings_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DataSharings_Staff_ById",
                        column: x => x.ById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DataSharings_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DigestSettings",
                columns: table => new
                {
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Daily = table.Column<bool>(type: "INTEGER", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestSettings", x => x.StaffId);
                    table.ForeignKey(
                        name: "FK_DigestSettings_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    DatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnById = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Documents_Staff_WithdrawnById",
                        column: x => x.WithdrawnById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Facts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OriginId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Provenance = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsJustice = table.Column<bool>(type: "INTEGER", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Reliability = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    KeepUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Facts_Staff_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Facts_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterventionSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: false),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterventionSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterventionSessions_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterventionSessions_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InterventionSessions_Staff_MadeById",
                        column: x => x.MadeById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notifications_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Notifications_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedFilters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Filter = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedFilters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedFilters_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Spreekuren",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RioId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Spreekuren", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Spreekuren_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Spreekuren_Staff_RioId",
                        column: x => x.RioId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Stories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    LinkKind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    LinkTo = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnonymisedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnonymisedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConsentHow = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    ConsentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConsentById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConsentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReleasedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnById = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Stories_Staff_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromStaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToStaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToTeam = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Team = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Transfers_Staff_FromStaffId",
                        column: x => x.FromStaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_Staff_ToStaffId",
                        column: x => x.ToStaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TriageDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    CriteriaCodes = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Motivation = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Deciders = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FeedbackVia = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Feedback = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TriageDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TriageDecisions_Staff_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageDecisions_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Judgements",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Judgements", x => new { x.EvaluationId, x.GoalId });
                    table.ForeignKey(
                        name: "FK_Judgements_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EarlierGoals",
                columns: table => new
                {
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Leefgebied = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ClientWords = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProfessionalWords = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    TargetOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierGoals", x => new { x.GoalId, x.Number });
                    table.ForeignKey(
                        name: "FK_EarlierGoals_Goals_GoalId",
                        column: x => x.GoalId,
                        principalTable: "Goals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EndReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reached = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Advice = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HeldElsewhere = table.Column<int>(type: "INTEGER", nullable: false),
                    AttendedElsewhere = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EndReports_Participations_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "Participations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EndReports_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FieldCodes = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Goal = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    GrantUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GrantEndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SharingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcceptedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeclinedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CloseReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Referrals_InterventionGroups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "InterventionGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Interventions_InterventionId",
                        column: x => x.InterventionId,
                        principalTable: "Interventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Participations_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "Participations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Staff_MadeById",
                        column: x => x.MadeById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ForStaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AbsenceId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assignments_Absences_AbsenceId",
                        column: x => x.AbsenceId,
                        principalTable: "Absences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assignments_Staff_ForStaffId",
                        column: x => x.ForStaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assignments_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assignments_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_Accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConferenceCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PutForwardById = table.Column<Guid>(type: "TEXT", nullable: true),
                    PutForwardOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Minutes = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    MinutesById = table.Column<Guid>(type: "TEXT", nullable: true),
                    MinutesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MinutesVersion = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConferenceCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConferenceCases_CaseConferences_ConferenceId",
                        column: x => x.ConferenceId,
                        principalTable: "CaseConferences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConferenceCases_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConferenceCases_Staff_MinutesById",
                        column: x => x.MinutesById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConferenceCases_Staff_PutForwardById",
                        column: x => x.PutForwardById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConferenceCases_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DocumentVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UploadedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Scan = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DocumentVersions_Staff_UploadedById",
                        column: x => x.UploadedById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attendances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attendances_InterventionSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "InterventionSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attendances_Participations_ParticipationId",
                        column: x => x.ParticipationId,
                        principalTable: "Participations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attendances_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpreekuurVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SpreekuurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClientId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Attendance = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    NoShowCause = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpreekuurVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SpreekuurVisits_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SpreekuurVisits_Spreekuren_SpreekuurId",
                        column: x => x.SpreekuurId,
                        principalTable: "Spreekuren",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StorySources",
                columns: table => new
                {
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StorySources", x => x.StoryId);
                    table.ForeignKey(
                        name: "FK_StorySources_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StorySources_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TransferCases",
                columns: table => new
                {
                    TransferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Taken = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransferCases", x => new { x.TransferId, x.TrajectId });
                    table.ForeignKey(
                        name: "FK_TransferCases_Transfers_TransferId",
                        column: x => x.TransferId,
                        principalTable: "Transfers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConferenceInvitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Function = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Present = table.Column<bool>(type: "INTEGER", nullable: true),
                    SharingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConferenceInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConferenceInvitations_ConferenceCases_ConferenceCaseId",
                        column: x => x.ConferenceCaseId,
                        principalTable: "ConferenceCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConferenceInvitations_DataSharings_SharingId",
                        column: x => x.SharingId,
                        principalTable: "DataSharings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConferenceInvitations_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConferenceInvitations_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConferenceInvitations_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OriginId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CorrectionReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decisions_ConferenceCases_ConferenceCaseId",
                        column: x => x.ConferenceCaseId,
                        principalTable: "ConferenceCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Decisions_Staff_ById",
                        column: x => x.ById,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Decisions_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarlierMinutes",
                columns: table => new
                {
                    ConferenceCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierMinutes", x => new { x.ConferenceCaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_EarlierMinutes_ConferenceCases_ConferenceCaseId",
                        column: x => x.ConferenceCaseId,
                        principalTable: "ConferenceCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConferenceCaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OwnerKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RelationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    ContactName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkItems_ConferenceCases_ConferenceCaseId",
                        column: x => x.ConferenceCaseId,
                        principalTable: "ConferenceCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkItems_Goals_GoalId",
                        column: x => x.GoalId,
                        principalTable: "Goals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkItems_Partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "Partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkItems_Relations_RelationId",
                        column: x => x.RelationId,
                        principalTable: "Relations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkItems_Staff_StaffId",
                        column: x => x.StaffId,
                        principalTable: "Staff",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkItems_Trajects_TrajectId",
                        column: x => x.TrajectId,
                        principalTable: "Trajects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarlierWorkItems",
                columns: table => new
                {
                    WorkItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    OwnerKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RelationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    ContactName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierWorkItems", x => new { x.WorkItemId, x.Number });
                    table.ForeignKey(
                        name: "FK_EarlierWorkItems_WorkItems_WorkItemId",
                        column: x => x.WorkItemId,
                        principalTable: "WorkItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "ActivityKinds",
                columns: new[] { "Id", "Code", "Name", "NeedsReview", "Order", "ValidFrom", "ValidUntil", "Version" },
                values: new object[,]
                {
                    { new Guid("562f8ec6-f8b0-7bc3-03f1-a0bc4eaeb86e"), "kapot-sterk-scholieren", "scholieren Kapot Sterk", false, 2, null, null, new Guid("562f8ec6-f8b0-7bc3-03f1-a0bc4eaeb86e") },
                    { new Guid("5a28956d-3f92-1998-3d80-f4ae92185449"), "buit-controles", "BUIT-controles", false, 4, null, null, new Guid("5a28956d-3f92-1998-3d80-f4ae92185449") },
                    { new Guid("61cd08e4-0f95-296c-2b5c-41a9d2d0e829"), "vog-ambassadeurs", "VOG-ambassadeurs opgeleid", false, 3, null, null, new Guid("61cd08e4-0f95-296c-2b5c-41a9d2d0e829") },
                    { new Guid("b69f1011-d7c1-2f81-979b-7cb7c2035cd0"), "knock-and-talk", "Knock & Talk-gesprekken", false, 5, null, null, new Guid("b69f1011-d7c1-2f81-979b-7cb7c2035cd0") },
                    { new Guid("dcc89ae8-aeb8-01d2-16dd-4e04232b4b7d"), "scholen", "scholen met lessen en spreekuren", false, 1, null, null, new Guid("dcc89ae8-aeb8-01d2-16dd-4e04232b4b7d") }
                });

            migrationBuilder.InsertData(
                table: "Institutions",
                columns: new[] { "Id", "Code", "Country", "Name", "NeedsReview", "Order", "ValidFrom", "ValidUntil", "Version" },
                values: new object[,]
                {
                    { new Guid("0f5b12a0-9a80-7f32-7ba6-6f22f541f59c"), "pi-nieuwersluis", "NL", "PI Nieuwersluis", false, 5, null, null, new Guid("0f5b12a0-9a80-7f32-7ba6-6f22f541f59c") },
                    { new Guid("11eee43e-6d9a-f367-ad46-aaf921fda640"), "pi-zwolle", "NL", "PI Zwolle", false, 8, null, null, new Guid("11eee43e-6d9a-f367-ad46-aaf921fda640") },
                    { new Guid("3637e8ea-85a7-2d7a-0469-172ec31bd6b7"), "pi-alphen", "NL", "PI Alphen aan den Rijn", false, 6, null, null, new Guid("3637e8ea-85a7-2d7a-0469-172ec31bd6b7") },
                    { new Guid("4fc0802f-3d03-ac83-fa40-fade501163de"), "pi-dordrecht", "NL", "PI Dordrecht", false, 9, null, null, new Guid("4fc0802f-3d03-ac83-fa40-fade501163de") },
                    { new Guid("4fda6c43-4312-d69e-3b38-4e69af273d63"), "jc-zaanstad", "NL", "JC Zaanstad", false, 13, null, null, new Guid("4fda6c43-4312-d69e-3b38-4e69af273d63") },
                    { new Guid("51c40270-7a63-04b6-64a7-09e1a95fb8b4"), "pi-vught", "NL", "PI Vught", false, 4, null, null, new Guid("51c40270-7a63-04b6-64a7-09e1a95fb8b4") },
                    { new Guid("57a1fbb0-7172-9576-7ea4-d5ebe5e1ab39"), "pi-ter-apel", "NL", "PI Ter Apel", false, 11, null, null, new Guid("57a1fbb0-7172-9576-7ea4-d5ebe5e1ab39") },
                    { new Guid("74cae5e6-8b26-043e-f19a-2d4d2e2c0f5e"), "pi-almere", "NL", "PI Almere", false, 3, null, null, new Guid("74cae5e6-8b26-043e-f19a-2d4d2e2c0f5e") },
                    { new Guid("7d4461bd-a5d6-1969-eaef-fcb5f9fda198"), "pi-arnhem", "NL", "PI Arnhem", false, 7, null, null, new Guid("7d4461bd-a5d6-1969-eaef-fcb5f9fda198") },
                    { new Guid("854c8ac7-4f99-8756-3425-4fca25c0d04c"), "pi-nieuwegein", "NL", "PI Nieuwegein", false, 1, null, null, new Guid("854c8ac7-4f99-8756-3425-4fca25c0d04c") },
                    { new Guid("89055564-2c3b-4683-91f3-676d6f335f92"), "pi-lelystad", "NL", "PI Lelystad", false, 2, null, null, new Guid("89055564-2c3b-4683-91f3-676d6f335f92") },
                    { new Guid("a6445139-addd-d2b7-c5fa-4e4f591ba9c0"), "jc-schiphol", "NL", "JC Schiphol", false, 12, null, null, new Guid("a6445139-addd-d2b7-c5fa-4e4f591ba9c0") },
                    { new Guid("c7b24d8d-9eca-45c1-c1a9-0aba7cd0f538"), "pi-leeuwarden", "NL", "PI Leeuwarden", false, 10, null, null, new Guid("c7b24d8d-9eca-45c1-c1a9-0aba7cd0f538") },
                    { new Guid("edf97cdc-1c35-ab03-1183-7474eeb4904d"), "jva-koeln", "DE", "JVA Köln", false, 14, null, null, new Guid("edf97cdc-1c35-ab03-1183-7474eeb4904d") }
                });

            migrationBuilder.InsertData(
                table: "Interventions",
                columns: new[] { "Id", "Code", "Costs", "Kind", "Name", "NeedsReview", "Order", "Places", "PlacesPerGroup", "ProviderId", "Purpose", "ValidFrom", "ValidUntil", "Version" },
                values: new object[,]
                {
                    { new Guid("13f9a782-72fa-3596-558b-5e7df9f3ef14"), "fc-utrecht-outside", null, "sport", "FC Utrecht Outside", false, 3, null, false, null, null, null, null, new Guid("13f9a782-72fa-3596-558b-5e7df9f3ef14") },
                    { new Guid("2c52c87f-e7ab-3588-f201-467502e004f8"), "ipta-coach", null, "work", "IPTA-coach", false, 4, null, false, null, null, null, null, new Guid("2c52c87f-e7ab-3588-f201-467502e004f8") },
                    { new Guid("37b49194-9f42-4346-5448-f7826ac1d697"), "vog-traject", null, "work", "VOG-traject", false, 7, null, false, null, null, null, null, new Guid("37b49194-9f42-4346-5448-f7826ac1d697") },
                    { new Guid("5de28f70-9426-15cc-f549-c52f79706c86"), "colosseum-gym", null, "sport", "Colosseum Gym", false, 1, null, false, null, null, null, null, new Guid("5de28f70-9426-15cc-f549-c52f79706c86") },
                    { new Guid("723f066b-34cb-b863-027a-3cb544a6d16c"), "rio-begeleiding", null, "coaching", "RIO-begeleiding", false, 5, null, false, null, null, null, null, new Guid("723f066b-34cb-b863-027a-3cb544a6d16c") },
                    { new Guid("8e801880-2f9a-ba70-6d97-a22c303b0791"), "fc-utrecht-inside", null, "sport", "FC Utrecht Inside", false, 2, null, false, null, null, null, null, new Guid("8e801880-2f9a-ba70-6d97-a22c303b0791") },
                    { new Guid("9e6d3fd4-1f66-367d-95e1-a2633c44f21a"), "kapot-sterk", null, "prevention", "Kapot Sterk", false, 6, null, false, null, null, null, null, new Guid("9e6d3fd4-1f66-367d-95e1-a2633c44f21a") }
                });

            migrationBuilder.InsertData(
                table: "LetterTemplates",
                columns: new[] { "Id", "Body", "Code", "Name", "NeedsReview", "Order", "Subject", "ValidFrom", "ValidUntil", "Version" },
                values: new object[,]
                {
                    { new Guid("49051394-f31d-13cd-4879-3d9da9fa2e14"), "Beste {{naam}},\n\nWij hebben afgesproken dat ik bij u thuis kom. Dat is op {{afspraak}}.\n\nIk kan mij legitimeren. Vraag er gerust naar bij de deur. Het bezoek duurt ongeveer een uur.\n\nKomt het toch niet uit? Laat het mij op tijd weten. Dan maken we een nieuwe afspraak.\n\nMet vriendelijke groet,\n\n{{medewerker}}\n{{organisatie}}", "huisbezoek", "Bevestiging van een huisbezoek", false, 2, "Wij komen bij u langs", null, null, new Guid("49051394-f31d-13cd-4879-3d9da9fa2e14") },
                    { new Guid("5ce2767a-358f-bd05-b722-429bfb4c02b6"), "Beste {{naam}},\n\nGraag maak ik kennis met u. Ik wil met u praten over hoe het met u gaat, en waar wij u bij kunnen helpen.\n\nHet gesprek is op {{afspraak}}.\nPlaats: {{plaats}}.\n\nU mag iemand meenemen die u vertrouwt. Kunt u niet op dit moment? Of wilt u liever ergens anders afspreken? Laat het mij weten. Dan zoeken we samen een andere dag of plek.\n\nMet vriendelijke groet,\n\n{{medewerker}}\n{{organisatie}}", "uitnodiging", "Uitnodiging voor een gesprek", false, 1, "Uitnodiging voor een gesprek", null, null, new Guid("5ce2767a-358f-bd05-b722-429bfb4c02b6") },
                    { new Guid("d19ac78d-0d5e-4792-9930-21bac9493b02"), "Beste {{naam}},\n\nOp {{startdatum}} begonnen wij samen aan uw traject in de persoonsgerichte aanpak. Dat traject stopt op {{einddatum}}.\n\nWij hebben met u besproken hoe het nu gaat en wie u verder kan helpen. Uw dossier bewaren wij zo lang als dat moet. Daarna vernietigen wij het.\n\nHebt u later toch weer hulp nodig? Dan kunt u altijd contact met ons opnemen.\n\nMet vriendelijke groet,\n\n{{medewerker}}\n{{organisatie}}", "afsluiting", "Afsluiting van het traject", false, 4, "Wij sluiten uw traject af", null, null, new Guid("d19ac78d-0d5e-4792-9930-21bac9493b02") },
                    { new Guid("dfd5462c-5d15-37e9-00da-3d1fb89cc4fc"), "Beste {{naam}},\n\nOp {{aanmelddatum}} bent u aangemeld voor de persoonsgerichte aanpak. In deze brief leest u wat dat betekent.\n\nIn de persoonsgerichte aanpak maken wij samen met u één plan. Dat plan gaat over alles wat belangrijk is in uw leven, zoals wonen, werk, geld, gezondheid en familie. Verschillende organisaties werken hierin samen.\n\nOm dat te kunnen doen, leggen wij gegevens over u vast. Wij bewaren alleen wat nodig is. U mag zien wat wij over u hebben opgeschreven. Klopt er iets niet? Dan kunt u vragen om het te verbeteren. U kunt ook bezwaar maken.\n\nIk vertel u graag meer. Ook leg ik u uit wie u heeft aangemeld en waarom. Bel of mail mij gerust.\n\nMet vriendelijke groet,\n\n{{medewerker}}\n{{organisatie}}", "aangemeld", "U bent aangemeld", false, 3, "U bent aangemeld voor de persoonsgerichte aanpak", null, null, new Guid("dfd5462c-5d15-37e9-00da-3d1fb89cc4fc") }
                });

            migrationBuilder.InsertData(
                table: "Partners",
                columns: new[] { "Id", "Code", "Name", "NeedsReview", "Order", "ValidFrom", "ValidUntil", "Version" },
                values: new object[,]
                {
                    { new Guid("03cfacd4-dae6-ba72-6e34-ea792896cb90"), "buurtteams", "Buurtteams", false, 2, null, null, new Guid("03cfacd4-dae6-ba72-6e34-ea792896cb90") },
                    { new Guid("06b3e7c5-7ac8-20cf-723c-afae819e7b85"), "svg", "SVG", false, 5, null, null, new Guid("06b3e7c5-7ac8-20cf-723c-afae819e7b85") },
                    { new Guid("0bf4d955-4d4a-2b46-b21c-0151cc6f3ae0"), "reclassering-nederland", "Reclassering Nederland", false, 4, null, null, new Guid("0bf4d955-4d4a-2b46-b21c-0151cc6f3ae0") },
                    { new Guid("174c3988-ec19-a701-636f-a183a1de48cb"), "politie", "politie", false, 8, null, null, new Guid("174c3988-ec19-a701-636f-a183a1de48cb") },
                    { new Guid("591a1cd2-5dcb-883c-5c78-f6c21e80bbc8"), "jou", "JoU", false, 3, null, null, new Guid("591a1cd2-5dcb-883c-5c78-f6c21e80bbc8") },
                    { new Guid("6c6dfbeb-1234-52d4-89ac-b19481e00713"), "w-en-i", "W&I", false, 1, null, null, new Guid("6c6dfbeb-1234-52d4-89ac-b19481e00713") },
                    { new Guid("8f1b9c87-bcc8-3c64-92b8-c84c0b0ff59c"), "samen-veilig", "Samen Veilig Midden-Nederland", false, 7, null, null, new Guid("8f1b9c87-bcc8-3c64-92b8-c84c0b0ff59c") },
                    { new Guid("b6db4786-36e5-f745-fa69-ef0acdbe01b3"), "leger-des-heils", "Leger des Heils J&R", false, 6, null, null, new Guid("b6db4786-36e5-f745-fa69-ef0acdbe01b3") },
                    { new Guid("d215a753-c0ea-7871-4c4d-14b32f64470e"), "om", "OM", false, 9, null, null, new Guid("d215a753-c0ea-7871-4c4d-14b32f64470e") },
                    { new Guid("f906b5ef-77a2-79b0-3c66-58df70cf053e"), "zvh", "ZVH", false, 10, null, null, new Guid("f906b5ef-77a2-79b0-3c66-58df70cf053e") }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Aanmeldingen_HandledAt_SentAt",
                table: "Aanmeldingen",
                columns: new[] { "HandledAt", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Aanmeldingen_Number",
                table: "Aanmeldingen",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Aanmeldingen_SentById_SentAt",
                table: "Aanmeldingen",
                columns: new[] { "SentById", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Aanmeldingen_TrajectId",
                table: "Aanmeldingen",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_ReplacementId_Until",
                table: "Absences",
                columns: new[] { "ReplacementId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_StaffId_Until",
                table: "Absences",
                columns: new[] { "StaffId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessLog_ClientId_At",
                table: "AccessLog",
                columns: new[] { "ClientId", "At" });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Activities_KindId",
                table: "Activities",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_Year_KindId",
                table: "Activities",
                columns: new[] { "Year", "KindId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActivityKinds_Code",
                table: "ActivityKinds",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgendaFeeds_SecretHash",
                table: "AgendaFeeds",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AgendaFeeds_StaffId",
                table: "AgendaFeeds",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Moment_TrajectId_MeasuredOn_Scores",
                table: "Assessments",
                columns: new[] { "Moment", "TrajectId", "MeasuredOn", "Scores" },
                filter: "SupersededById IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_TrajectId_MeasuredOn_Moment",
                table: "Assessments",
                columns: new[] { "TrajectId", "MeasuredOn", "Moment" },
                unique: true,
                filter: "SupersededById IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_AbsenceId",
                table: "Assignments",
                column: "AbsenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_ForStaffId",
                table: "Assignments",
                column: "ForStaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_StaffId_Until",
                table: "Assignments",
                columns: new[] { "StaffId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_TrajectId_StaffId",
                table: "Assignments",
                columns: new[] { "TrajectId", "StaffId" });

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_ParticipationId",
                table: "Attendances",
                column: "ParticipationId");

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_SessionId",
                table: "Attendances",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Attendances_TrajectId",
                table: "Attendances",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_Budgets_Year_Priority",
                table: "Budgets",
                columns: new[] { "Year", "Priority" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseConferences_MadeById",
                table: "CaseConferences",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_CaseConferences_Team_HeldOn_StartsAt",
                table: "CaseConferences",
                columns: new[] { "Team", "HeldOn", "StartsAt" },
                unique: true,
                filter: "CancelledAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ClientNameWords_Word_ClientId",
                table: "ClientNameWords",
                columns: new[] { "Word", "ClientId" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_BirthDate",
                table: "Clients",
                column: "BirthDate");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_BsnIndex",
                table: "Clients",
                column: "BsnIndex");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_Number",
                table: "Clients",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConditionMeasurements_TrajectId_MeasuredOn_Moment",
                table: "ConditionMeasurements",
                columns: new[] { "TrajectId", "MeasuredOn", "Moment" },
                unique: true,
                filter: "SupersededById IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceCases_ClientId",
                table: "ConferenceCases",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceCases_ConferenceId_TrajectId",
                table: "ConferenceCases",
                columns: new[] { "ConferenceId", "TrajectId" },
                unique: true,
                filter: "ConferenceId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceCases_MinutesById",
                table: "ConferenceCases",
                column: "MinutesById");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceCases_PutForwardById",
                table: "ConferenceCases",
                column: "PutForwardById");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceCases_TrajectId_OpenedAt",
                table: "ConferenceCases",
                columns: new[] { "TrajectId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceCases_Waiting",
                table: "ConferenceCases",
                column: "TrajectId",
                unique: true,
                filter: "ConferenceId IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceInvitations_ConferenceCaseId_StaffId",
                table: "ConferenceInvitations",
                columns: new[] { "ConferenceCaseId", "StaffId" },
                unique: true,
                filter: "StaffId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceInvitations_PartnerId",
                table: "ConferenceInvitations",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceInvitations_SharingId",
                table: "ConferenceInvitations",
                column: "SharingId");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceInvitations_StaffId",
                table: "ConferenceInvitations",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_ConferenceInvitations_TrajectId",
                table: "ConferenceInvitations",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactMoments_ImportKey",
                table: "ContactMoments",
                column: "ImportKey",
                unique: true,
                filter: "ImportKey IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContactMoments_OccurredOn_Kind_Outcome_SupersededById_TrajectId",
                table: "ContactMoments",
                columns: new[] { "OccurredOn", "Kind", "Outcome", "SupersededById", "TrajectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactMoments_StaffId_OccurredOn",
                table: "ContactMoments",
                columns: new[] { "StaffId", "OccurredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactMoments_StaffId_Outcome_OccurredOn",
                table: "ContactMoments",
                columns: new[] { "StaffId", "Outcome", "OccurredOn" },
                filter: "Outcome IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContactMoments_TrajectId_OccurredAt",
                table: "ContactMoments",
                columns: new[] { "TrajectId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_DataSharings_ById",
                table: "DataSharings",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_DataSharings_ClientId",
                table: "DataSharings",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_DataSharings_TrajectId_Kind_Until",
                table: "DataSharings",
                columns: new[] { "TrajectId", "Kind", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_ById",
                table: "Decisions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_ConferenceCaseId",
                table: "Decisions",
                column: "ConferenceCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_TrajectId",
                table: "Decisions",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_DetentionPeriods_ClientId_InstitutionId_From",
                table: "DetentionPeriods",
                columns: new[] { "ClientId", "InstitutionId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DetentionPeriods_InstitutionId_Until",
                table: "DetentionPeriods",
                columns: new[] { "InstitutionId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_TrajectId_DatedOn",
                table: "Documents",
                columns: new[] { "TrajectId", "DatedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_WithdrawnById",
                table: "Documents",
                column: "WithdrawnById");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_DocumentId_Number",
                table: "DocumentVersions",
                columns: new[] { "DocumentId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DocumentVersions_UploadedById",
                table: "DocumentVersions",
                column: "UploadedById");

            migrationBuilder.CreateIndex(
                name: "IX_EarlierWorkItems_PartnerId",
                table: "EarlierWorkItems",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Editions_Year",
                table: "Editions",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EndReports_ParticipationId",
                table: "EndReports",
                column: "ParticipationId");

            migrationBuilder.CreateIndex(
                name: "IX_EndReports_TrajectId",
                table: "EndReports",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_Errata_EditionId",
                table: "Errata",
                column: "EditionId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_TrajectId_HeldOn",
                table: "Evaluations",
                columns: new[] { "TrajectId", "HeldOn" },
                unique: true,
                filter: "SupersededById IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Facts_KeepUntil",
                table: "Facts",
                column: "KeepUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Facts_OriginId",
                table: "Facts",
                column: "OriginId");

            migrationBuilder.CreateIndex(
                name: "IX_Facts_RecordedById",
                table: "Facts",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_Facts_TrajectId_OccurredOn",
                table: "Facts",
                columns: new[] { "TrajectId", "OccurredOn" });

            migrationBuilder.CreateIndex(
                name: "IX_FamilyLinks_ClientId_EndedOn",
                table: "FamilyLinks",
                columns: new[] { "ClientId", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_FamilyLinks_RelationId_RelativeId",
                table: "FamilyLinks",
                columns: new[] { "RelationId", "RelativeId" },
                unique: true,
                filter: "EndedOn IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyLinks_RelativeId_EndedOn",
                table: "FamilyLinks",
                columns: new[] { "RelativeId", "EndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Goals_TrajectId",
                table: "Goals",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_History_EntityId",
                table: "History",
                column: "EntityId");

            migrationBuilder.CreateIndex(
                name: "IX_History_TrajectId",
                table: "History",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Code",
                table: "Institutions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterventionGroups_InterventionId_Name",
                table: "InterventionGroups",
                columns: new[] { "InterventionId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterventionGroups_PartnerId",
                table: "InterventionGroups",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_Code",
                table: "Interventions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Interventions_ProviderId",
                table: "Interventions",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_InterventionSessions_InterventionId",
                table: "InterventionSessions",
                column: "InterventionId");

            migrationBuilder.CreateIndex(
                name: "IX_InterventionSessions_MadeById_On",
                table: "InterventionSessions",
                columns: new[] { "MadeById", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_InterventionSessions_PartnerId_On",
                table: "InterventionSessions",
                columns: new[] { "PartnerId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterTemplates_Code",
                table: "LetterTemplates",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_StaffId_ReadAt_CreatedAt",
                table: "Notifications",
                columns: new[] { "StaffId", "ReadAt", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_TrajectId",
                table: "Notifications",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_ImportKey",
                table: "Participations",
                column: "ImportKey",
                unique: true,
                filter: "ImportKey IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_InterventionId",
                table: "Participations",
                column: "InterventionId");

            migrationBuilder.CreateIndex(
                name: "IX_Participations_TrajectId",
                table: "Participations",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerInvolvements_PartnerId",
                table: "PartnerInvolvements",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_PartnerInvolvements_TrajectId_PartnerId_From",
                table: "PartnerInvolvements",
                columns: new[] { "TrajectId", "PartnerId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Partners_Code",
                table: "Partners",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Plans_TrajectId",
                table: "Plans",
                column: "TrajectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_GroupId",
                table: "Referrals",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_InterventionId_ClosedAt_GroupId",
                table: "Referrals",
                columns: new[] { "InterventionId", "ClosedAt", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_MadeById_DeclinedAt",
                table: "Referrals",
                columns: new[] { "MadeById", "DeclinedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_ParticipationId",
                table: "Referrals",
                column: "ParticipationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_PartnerId_ClosedAt_GrantUntil",
                table: "Referrals",
                columns: new[] { "PartnerId", "ClosedAt", "GrantUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_TrajectId",
                table: "Referrals",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_Relations_ClientId",
                table: "Relations",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedFilters_StaffId_Name",
                table: "SavedFilters",
                columns: new[] { "StaffId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Spreekuren_HeldOn",
                table: "Spreekuren",
                column: "HeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_Spreekuren_ImportKey",
                table: "Spreekuren",
                column: "ImportKey",
                unique: true,
                filter: "ImportKey IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Spreekuren_InstitutionId",
                table: "Spreekuren",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Spreekuren_RioId_HeldAt",
                table: "Spreekuren",
                columns: new[] { "RioId", "HeldAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SpreekuurVisits_ClientId",
                table: "SpreekuurVisits",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_SpreekuurVisits_SpreekuurId",
                table: "SpreekuurVisits",
                column: "SpreekuurId");

            migrationBuilder.CreateIndex(
                name: "IX_Staff_Email",
                table: "Staff",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Staff_PartnerId",
                table: "Staff",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_AuthorId",
                table: "Stories",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_Stories_Year",
                table: "Stories",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_StorySources_TrajectId",
                table: "StorySources",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_TextBlocks_Year_Kind_Key",
                table: "TextBlocks",
                columns: new[] { "Year", "Kind", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trajects_ClientId",
                table: "Trajects",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_Trajects_InformedReviewOn",
                table: "Trajects",
                column: "InformedReviewOn");

            migrationBuilder.CreateIndex(
                name: "IX_Trajects_Number",
                table: "Trajects",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trajects_StartedOn_OutflowConfirmedAt_EndedOn_EndReason_Programme_ClientId_Id",
                table: "Trajects",
                columns: new[] { "StartedOn", "OutflowConfirmedAt", "EndedOn", "EndReason", "Programme", "ClientId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Trajects_Team_OutflowConfirmedAt",
                table: "Trajects",
                columns: new[] { "Team", "OutflowConfirmedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Trajects_Team_OutflowProposedAt",
                table: "Trajects",
                columns: new[] { "Team", "OutflowProposedAt" },
                filter: "OutflowProposedAt IS NOT NULL AND OutflowConfirmedAt IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Trajects_Team_StartedOn_TriageOn",
                table: "Trajects",
                columns: new[] { "Team", "StartedOn", "TriageOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TransferCases_TrajectId",
                table: "TransferCases",
                column: "TrajectId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_FromStaffId",
                table: "Transfers",
                column: "FromStaffId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_Team_ClosedAt",
                table: "Transfers",
                columns: new[] { "Team", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_ToStaffId_ClosedAt",
                table: "Transfers",
                columns: new[] { "ToStaffId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_ToTeam_ClosedAt",
                table: "Transfers",
                columns: new[] { "ToTeam", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TriageDecisions_DecidedOn",
                table: "TriageDecisions",
                column: "DecidedOn");

            migrationBuilder.CreateIndex(
                name: "IX_TriageDecisions_RecordedById",
                table: "TriageDecisions",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_TriageDecisions_TrajectId_SupersededById_Outcome",
                table: "TriageDecisions",
                columns: new[] { "TrajectId", "SupersededById", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_ConferenceCaseId",
                table: "WorkItems",
                column: "ConferenceCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_GoalId",
                table: "WorkItems",
                column: "GoalId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_PartnerId",
                table: "WorkItems",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_RelationId",
                table: "WorkItems",
                column: "RelationId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_StaffId_ClosedOn_DueOn",
                table: "WorkItems",
                columns: new[] { "StaffId", "ClosedOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TrajectId_ClosedOn_DueOn",
                table: "WorkItems",
                columns: new[] { "TrajectId", "ClosedOn", "DueOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Aanmeldingen");

            migrationBuilder.DropTable(
                name: "AccessLog");

            migrationBuilder.DropTable(
                name: "Activities");

            migrationBuilder.DropTable(
                name: "AgendaFeeds");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "Attendances");

            migrationBuilder.DropTable(
                name: "Budgets");

            migrationBuilder.DropTable(
                name: "ClientNameWords");

            migrationBuilder.DropTable(
                name: "ConditionMeasurements");

            migrationBuilder.DropTable(
                name: "ConferenceInvitations");

            migrationBuilder.DropTable(
                name: "ContactMoments");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "DetentionPeriods");

            migrationBuilder.DropTable(
                name: "DigestSettings");

            migrationBuilder.DropTable(
                name: "DocumentVersions");

            migrationBuilder.DropTable(
                name: "EarlierGoals");

            migrationBuilder.DropTable(
                name: "EarlierMinutes");

            migrationBuilder.DropTable(
                name: "EarlierWorkItems");

            migrationBuilder.DropTable(
                name: "EditionParts");

            migrationBuilder.DropTable(
                name: "EndReports");

            migrationBuilder.DropTable(
                name: "Errata");

            migrationBuilder.DropTable(
                name: "Facts");

            migrationBuilder.DropTable(
                name: "FamilyLinks");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "Judgements");

            migrationBuilder.DropTable(
                name: "LetterTemplates");

            migrationBuilder.DropTable(
                name: "Notifications");

            migrationBuilder.DropTable(
                name: "PartnerInvolvements");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "ProcessedCommands");

            migrationBuilder.DropTable(
                name: "Referrals");

            migrationBuilder.DropTable(
                name: "Residences");

            migrationBuilder.DropTable(
                name: "SavedFilters");

            migrationBuilder.DropTable(
                name: "SpreekuurVisits");

            migrationBuilder.DropTable(
                name: "StorySources");

            migrationBuilder.DropTable(
                name: "TextBlocks");

            migrationBuilder.DropTable(
                name: "TransferCases");

            migrationBuilder.DropTable(
                name: "TriageDecisions");

            migrationBuilder.DropTable(
                name: "ActivityKinds");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "InterventionSessions");

            migrationBuilder.DropTable(
                name: "DataSharings");

            migrationBuilder.DropTable(
                name: "Documents");

            migrationBuilder.DropTable(
                name: "WorkItems");

            migrationBuilder.DropTable(
                name: "Editions");

            migrationBuilder.DropTable(
                name: "Evaluations");

            migrationBuilder.DropTable(
                name: "InterventionGroups");

            migrationBuilder.DropTable(
                name: "Participations");

            migrationBuilder.DropTable(
                name: "Spreekuren");

            migrationBuilder.DropTable(
                name: "Stories");

            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropTable(
                name: "ConferenceCases");

            migrationBuilder.DropTable(
                name: "Goals");

            migrationBuilder.DropTable(
                name: "Relations");

            migrationBuilder.DropTable(
                name: "Interventions");

            migrationBuilder.DropTable(
                name: "Institutions");

            migrationBuilder.DropTable(
                name: "CaseConferences");

            migrationBuilder.DropTable(
                name: "Trajects");

            migrationBuilder.DropTable(
                name: "Staff");

            migrationBuilder.DropTable(
                name: "Clients");

            migrationBuilder.DropTable(
                name: "Partners");
        }
    }
}
