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
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Institutions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Interventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interventions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Partners",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false)
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
                name: "Staff",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    RoleCodes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Staff", x => x.Id);
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
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrajectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
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

            migrationBuilder.InsertData(
                table: "ActivityKinds",
                columns: new[] { "Id", "Code", "Name", "NeedsReview", "Order" },
                values: new object[,]
                {
                    { new Guid("562f8ec6-f8b0-7bc3-03f1-a0bc4eaeb86e"), "kapot-sterk-scholieren", "scholieren Kapot Sterk", false, 2 },
                    { new Guid("5a28956d-3f92-1998-3d80-f4ae92185449"), "buit-controles", "BUIT-controles", false, 4 },
                    { new Guid("61cd08e4-0f95-296c-2b5c-41a9d2d0e829"), "vog-ambassadeurs", "VOG-ambassadeurs opgeleid", false, 3 },
                    { new Guid("b69f1011-d7c1-2f81-979b-7cb7c2035cd0"), "knock-and-talk", "Knock & Talk-gesprekken", false, 5 },
                    { new Guid("dcc89ae8-aeb8-01d2-16dd-4e04232b4b7d"), "scholen", "scholen met lessen en spreekuren", false, 1 }
                });

            migrationBuilder.InsertData(
                table: "Institutions",
                columns: new[] { "Id", "ClosedOn", "Code", "Country", "Name", "NeedsReview", "OpenedOn", "Order" },
                values: new object[,]
                {
                    { new Guid("0f5b12a0-9a80-7f32-7ba6-6f22f541f59c"), null, "pi-nieuwersluis", "NL", "PI Nieuwersluis", false, null, 5 },
                    { new Guid("11eee43e-6d9a-f367-ad46-aaf921fda640"), null, "pi-zwolle", "NL", "PI Zwolle", false, null, 8 },
                    { new Guid("3637e8ea-85a7-2d7a-0469-172ec31bd6b7"), null, "pi-alphen", "NL", "PI Alphen aan den Rijn", false, null, 6 },
                    { new Guid("4fc0802f-3d03-ac83-fa40-fade501163de"), null, "pi-dordrecht", "NL", "PI Dordrecht", false, null, 9 },
                    { new Guid("4fda6c43-4312-d69e-3b38-4e69af273d63"), null, "jc-zaanstad", "NL", "JC Zaanstad", false, null, 13 },
                    { new Guid("51c40270-7a63-04b6-64a7-09e1a95fb8b4"), null, "pi-vught", "NL", "PI Vught", false, null, 4 },
                    { new Guid("57a1fbb0-7172-9576-7ea4-d5ebe5e1ab39"), null, "pi-ter-apel", "NL", "PI Ter Apel", false, null, 11 },
                    { new Guid("74cae5e6-8b26-043e-f19a-2d4d2e2c0f5e"), null, "pi-almere", "NL", "PI Almere", false, null, 3 },
                    { new Guid("7d4461bd-a5d6-1969-eaef-fcb5f9fda198"), null, "pi-arnhem", "NL", "PI Arnhem", false, null, 7 },
                    { new Guid("854c8ac7-4f99-8756-3425-4fca25c0d04c"), null, "pi-nieuwegein", "NL", "PI Nieuwegein", false, null, 1 },
                    { new Guid("89055564-2c3b-4683-91f3-676d6f335f92"), null, "pi-lelystad", "NL", "PI Lelystad", false, null, 2 },
                    { new Guid("a6445139-addd-d2b7-c5fa-4e4f591ba9c0"), null, "jc-schiphol", "NL", "JC Schiphol", false, null, 12 },
                    { new Guid("c7b24d8d-9eca-45c1-c1a9-0aba7cd0f538"), null, "pi-leeuwarden", "NL", "PI Leeuwarden", false, null, 10 },
                    { new Guid("edf97cdc-1c35-ab03-1183-7474eeb4904d"), null, "jva-koeln", "DE", "JVA Köln", false, null, 14 }
                });

            migrationBuilder.InsertData(
                table: "Interventions",
                columns: new[] { "Id", "Code", "Kind", "Name", "NeedsReview", "Order" },
                values: new object[,]
                {
                    { new Guid("13f9a782-72fa-3596-558b-5e7df9f3ef14"), "fc-utrecht-outside", "sport", "FC Utrecht Outside", false, 3 },
                    { new Guid("2c52c87f-e7ab-3588-f201-467502e004f8"), "ipta-coach", "work", "IPTA-coach", false, 4 },
                    { new Guid("37b49194-9f42-4346-5448-f7826ac1d697"), "vog-traject", "work", "VOG-traject", false, 7 },
                    { new Guid("5de28f70-9426-15cc-f549-c52f79706c86"), "colosseum-gym", "sport", "Colosseum Gym", false, 1 },
                    { new Guid("723f066b-34cb-b863-027a-3cb544a6d16c"), "rio-begeleiding", "coaching", "RIO-begeleiding", false, 5 },
                    { new Guid("8e801880-2f9a-ba70-6d97-a22c303b0791"), "fc-utrecht-inside", "sport", "FC Utrecht Inside", false, 2 },
                    { new Guid("9e6d3fd4-1f66-367d-95e1-a2633c44f21a"), "kapot-sterk", "prevention", "Kapot Sterk", false, 6 }
                });

            migrationBuilder.InsertData(
                table: "Partners",
                columns: new[] { "Id", "Code", "Name", "NeedsReview", "Order" },
                values: new object[,]
                {
                    { new Guid("03cfacd4-dae6-ba72-6e34-ea792896cb90"), "buurtteams", "Buurtteams", false, 2 },
                    { new Guid("06b3e7c5-7ac8-20cf-723c-afae819e7b85"), "svg", "SVG", false, 5 },
                    { new Guid("0bf4d955-4d4a-2b46-b21c-0151cc6f3ae0"), "reclassering-nederland", "Reclassering Nederland", false, 4 },
                    { new Guid("174c3988-ec19-a701-636f-a183a1de48cb"), "politie", "politie", false, 8 },
                    { new Guid("591a1cd2-5dcb-883c-5c78-f6c21e80bbc8"), "jou", "JoU", false, 3 },
                    { new Guid("6c6dfbeb-1234-52d4-89ac-b19481e00713"), "w-en-i", "W&I", false, 1 },
                    { new Guid("8f1b9c87-bcc8-3c64-92b8-c84c0b0ff59c"), "samen-veilig", "Samen Veilig Midden-Nederland", false, 7 },
                    { new Guid("b6db4786-36e5-f745-fa69-ef0acdbe01b3"), "leger-des-heils", "Leger des Heils J&R", false, 6 },
                    { new Guid("d215a753-c0ea-7871-4c4d-14b32f64470e"), "om", "OM", false, 9 },
                    { new Guid("f906b5ef-77a2-79b0-3c66-58df70cf053e"), "zvh", "ZVH", false, 10 }
                });

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
                name: "IX_Assignments_StaffId_Until",
                table: "Assignments",
                columns: new[] { "StaffId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_TrajectId_StaffId",
                table: "Assignments",
                columns: new[] { "TrajectId", "StaffId" });

            migrationBuilder.CreateIndex(
                name: "IX_Budgets_Year_Priority",
                table: "Budgets",
                columns: new[] { "Year", "Priority" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClientNameWords_Word",
                table: "ClientNameWords",
                column: "Word");

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
                name: "IX_ContactMoments_StaffId",
                table: "ContactMoments",
                column: "StaffId");

            migrationBuilder.CreateIndex(
                name: "IX_ContactMoments_TrajectId_OccurredAt",
                table: "ContactMoments",
                columns: new[] { "TrajectId", "OccurredAt" });

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
                name: "IX_Editions_Year",
                table: "Editions",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Errata_EditionId",
                table: "Errata",
                column: "EditionId");

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
                name: "IX_Interventions_Code",
                table: "Interventions",
                column: "Code",
                unique: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessLog");

            migrationBuilder.DropTable(
                name: "Activities");

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
                name: "Budgets");

            migrationBuilder.DropTable(
                name: "ClientNameWords");

            migrationBuilder.DropTable(
                name: "ConditionMeasurements");

            migrationBuilder.DropTable(
                name: "ContactMoments");

            migrationBuilder.DropTable(
                name: "DetentionPeriods");

            migrationBuilder.DropTable(
                name: "EditionParts");

            migrationBuilder.DropTable(
                name: "Errata");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "Participations");

            migrationBuilder.DropTable(
                name: "PartnerInvolvements");

            migrationBuilder.DropTable(
                name: "ProcessedCommands");

            migrationBuilder.DropTable(
                name: "Relations");

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
                name: "ActivityKinds");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "Editions");

            migrationBuilder.DropTable(
                name: "Interventions");

            migrationBuilder.DropTable(
                name: "Partners");

            migrationBuilder.DropTable(
                name: "Spreekuren");

            migrationBuilder.DropTable(
                name: "Stories");

            migrationBuilder.DropTable(
                name: "Trajects");

            migrationBuilder.DropTable(
                name: "Institutions");

            migrationBuilder.DropTable(
                name: "Staff");

            migrationBuilder.DropTable(
                name: "Clients");
        }
    }
}
