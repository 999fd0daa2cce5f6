/** One step in the life of the library's tables: a number and a sentence. Steps that landed never change. */
export interface Migration {
  number: number
  sentence: string
  sql: string
}

export const migrations: readonly Migration[] = [
  {
    number: 1,
    sentence: 'Stories, their journal, revisions, annotations, decisions, sources, releases, events and the index.',
    sql: `
      create table story (
        id text primary key,
        slug text not null unique,
        headline text not null,
        status text not null,
        archived integer not null default 0,
        words integer not null,
        seq integer not null default 0,
        indexed_seq integer not null default -1,
        updated_at text not null,
        created_at text not null,
        owner text not null default '',
        digest text
      ) strict;
      create table step (
        story text not null references story (id),
        seq integer not null,
        client text not null,
        json text not null,
        at text not null,
        primary key (story, seq)
      ) strict, without rowid;
      create table checkpoint (
        story text not null references story (id),
        seq integer not null,
        manuscript text not null,
        primary key (story, seq)
      ) strict, without rowid;
      create table revision (
        story text not null references story (id),
        number integer not null,
        id text not null unique,
        seq integer not null,
        words integer not null,
        content text not null,
        primary key (story, number)
      ) strict;
      create table annotation (
        story text not null references story (id),
        id text not null,
        json text not null,
        primary key (story, id)
      ) strict;
      create table decision (
        story text not null references story (id),
        id text not null,
        json text not null,
        primary key (story, id)
      ) strict;
      create table source (
        id text primary key,
        story text not null references story (id),
        sha256 text not null,
        attached integer not null default 1,
        fields text not null,
        text text not null
      ) strict;
      create index source_of on source (story);
      create table release (
        id text primary key,
        story text not null references story (id),
        number integer not null,
        json text not null
      ) strict;
      create table release_file (
        release text not null references release (id),
        name text not null,
        media_type text not null,
        sha256 text not null,
        bytes blob not null,
        primary key (release, name)
      ) strict;
      create table event (
        id integer primary key,
        story text,
        at text not null,
        who text not null,
        what text not null,
        detail text not null
      ) strict;
      create index event_of on event (story, id);
      create table setting (name text primary key, json text not null) strict;
      create virtual table word using fts5 (
        story unindexed, field unindexed, text, tokenize = 'unicode61 remove_diacritics 2'
      );
      -- History is append-only: what these hold is never changed or removed.
      create trigger revision_stays before update on revision begin select raise(abort, 'a revision never changes'); end;
      create trigger revision_kept before delete on revision begin select raise(abort, 'a revision is never deleted'); end;
      create trigger step_stays before update on step begin select raise(abort, 'the journal never changes'); end;
      create trigger step_kept before delete on step begin select raise(abort, 'the journal is never cut'); end;
      create trigger event_stays before update on event begin select raise(abort, 'the record never changes'); end;
      create trigger event_kept before delete on event begin select raise(abort, 'the record is never deleted'); end;
      create trigger source_stays before update of text, sha256 on source
        begin select raise(abort, 'a source never changes'); end;
      create trigger source_kept before delete on source begin select raise(abort, 'a source is never deleted'); end;
      create trigger story_kept before delete on story begin select raise(abort, 'a story is never deleted'); end;
      create trigger release_kept before delete on release begin select raise(abort, 'a release is never deleted'); end;
      create trigger file_kept before delete on release_file
        begin select raise(abort, 'a release is never deleted'); end;
      create trigger release_stays before update on release begin select raise(abort, 'a release never changes'); end;
      create trigger file_stays before update on release_file begin select raise(abort, 'a release never changes'); end;
    `,
  },
  {
    number: 2,
    sentence: 'The wire basket: items as they came, and which files of the watched folder were read.',
    sql: `
      create table wire_item (
        id text primary key,
        mark text not null unique,
        sha256 text not null,
        arrived_at text not null,
        name text,
        key text,
        words integer not null,
        fields text not null,
        text text not null
      ) strict;
      create index wire_item_name on wire_item (name) where name is not null;
      create index wire_item_key on wire_item (key) where key is not null;
      create index wire_item_arrived on wire_item (arrived_at);
      create table wire_file (
        path text primary key,
        size integer not null,
        changed real not null,
        refused text
      ) strict;
      create index source_by_text on source (sha256);
      create trigger wire_item_stays before update on wire_item
        begin select raise(abort, 'a piece of wire never changes'); end;
    `,
  },
  {
    number: 3,
    sentence:
      'Revisions of other libraries beside the own line, what of them waits to be merged, and whose record a line is.',
    sql: `
      create table side_revision (
        id text primary key,
        story text not null references story (id),
        number integer not null,
        words integer not null,
        content text not null
      ) strict;
      create index side_revision_of on side_revision (story, number);
      create trigger side_revision_stays before update on side_revision
        begin select raise(abort, 'a revision never changes'); end;
      create trigger side_revision_kept before delete on side_revision
        begin select raise(abort, 'a revision is never deleted'); end;
      create table waiting (
        tip text primary key references side_revision (id),
        story text not null references story (id),
        file text not null,
        at text not null,
        who text not null,
        drafted integer not null,
        draft text not null,
        beside text not null,
        settled text not null default '[]',
        aside integer not null default 0
      ) strict;
      create index waiting_of on waiting (story);
      alter table event add column via text;
    `,
  },
]

/** Marks our files for `file` and for us: "WTRU" as a big-endian number, in SQLite's header. */
export const applicationId = 0x57545255

/** The version of the tables that this program writes. */
export const currentVersion = migrations.at(-1)!.number
