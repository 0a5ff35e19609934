import { commands } from './commands.ts';
import { withOptionalValues } from './optional-values.ts';
import { printJson, program, run } from './program.ts';

program
  .command('create-organization')
  .description('create a company or reseller; authenticator apps show its name')
  .requiredOption('--name <name>', 'its name')
  .option('--id <id>', 'its id, where an attempt before ended without an answer: it is created once')
  .action(run(commands.createOrganization));

program
  .command('create-user')
  .description('create a user and print an invitation link, with which they set their password')
  .requiredOption('--organization <id>', 'the organization, as create-organization printed it')
  .requiredOption('--email <address>', 'the address to sign in with')
  .requiredOption('--name <name>', "the person's name")
  .option('--manage-users', 'may manage the users of the organization')
  .option('--language <tag>', 'of their emails until they choose one: en, de, es, fr or ar')
  .action(run(commands.createUser));

program
  .command('rebuild-adoption')
  .description('recount how many users of an organization have two-factor authentication on')
  .requiredOption('--organization <id>', 'the organization')
  .action(run(commands.rebuildAdoption));

program
  .command('remind')
  .description('send a reminder to all users of an organization who have 2FA off; at most one a week each')
  .requiredOption('--organization <id>', 'the organization')
  .action(run(commands.remind));

program
  .command('invite-again')
  .description('print another invitation link for a user who lost the first or forgot the password')
  .requiredOption('--email <address>', 'the account')
  .action(run(commands.inviteAgain));

program
  .command('reset-two-factor')
  .description('take the second factor off an account whose owner has lost it; ends all its sessions')
  .requiredOption('--email <address>', 'the account')
  .requiredOption('--reason <text>', 'why; kept with the event')
  .action(run(commands.resetTwoFactor));

program
  .command('lift-waits')
  .description('end every wait of an account that wrong passwords or codes began')
  .requiredOption('--email <address>', 'the account')
  .requiredOption('--reason <text>', 'why; kept with the event')
  .action(run(commands.liftWaits));

program
  .command('change-email')
  .description('correct the address of an invitation; someone with a password confirms the new one by email')
  .requiredOption('--email <address>', 'the account')
  .requiredOption('--new-email <address>', 'its new address')
  .action(run(commands.changeEmail));

program
  .command('rename-user')
  .description('correct the name of a user')
  .requiredOption('--email <address>', 'the account')
  .requiredOption('--name <name>', "the person's name")
  .action(run(commands.renameUser));

program
  .command('export-user')
  .description('print everything that is stored about a user, except secrets, as JSON')
  .requiredOption('--email <address>', 'the account')
  .action(run(commands.exportUser, printJson));

program
  .command('delete-user')
  .description('delete a user, or withdraw an invitation; their data is erased within minutes')
  .requiredOption('--email <address>', 'the account')
  .action(run(commands.deleteUser));

program
  .command('send-refused')
  .description('send the mails again that SES refused, once the cause is mended')
  .option(
    '--hours <number>',
    'those of the last hours; an old bypass code would be sent, too, and no longer work',
    '24',
  )
  .action(run(commands.sendRefused));

program
  .command('heal-restored')
  .description('make a table that was restored to a point in time fit for use: --table names it')
  .option('--newer <table>', 'the table that it replaces: suspensions, deletions and used codes since then are kept')
  .option('--without-newer', 'that table is gone: every recovery code is withdrawn')
  .option('--erased <file>', 'ids of users who were deleted since, one on each line')
  .option('--keep <file>', 'ids of users who stay as they were: nobody had the right to delete, suspend or demote them')
  .option('--unchecked', 'heal a table that DynamoDB does not call restored')
  .action(run(commands.healRestored, printJson));

program
  .command('set-domains')
  .description('the domains that an organization may invite addresses of; none: any')
  .requiredOption('--organization <id>', 'the organization')
  .option('--domains <domain...>', 'for example acme.example acme.org', [])
  .action(run(commands.setDomains));

program
  .command('set-brand')
  .description('the name, logo, colors, help and contact on the pages and emails of an organization; "none" removes')
  .requiredOption('--organization <id>', 'the organization')
  .option('--name <name>', 'its name, which authenticator apps show, too')
  .option('--accent <color...>', 'two colors like #0b5f67: for light and for dark pages')
  .option('--logo <file>', 'a PNG or SVG image of at most 32 KB')
  .option('--support <contact>', 'an email address, or a web address that begins with https://')
  .option('--lost-phone <text>', 'one line for people who lost their phone, such as whom to call')
  .option('--link <text=address...>', 'up to four, for example "Privacy=https://acme.example/privacy"')
  .action(run(commands.setBrand));

await program.parseAsync(withOptionalValues(program, process.argv.slice(2)), { from: 'user' });
