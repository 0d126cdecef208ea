import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from 'preact-iso';
import { FailurePanel } from './components/failure-panel.tsx';
import { ShortcutsDialog } from './components/shortcuts-dialog.tsx';
import { ToastStack } from './components/toast-stack.tsx';
import { NotFoundPage } from './pages/not-found/not-found-page.tsx';
import { PrivatePage } from './private-page.tsx';
import { handleShortcut, useShortcuts } from './state/shortcuts.ts';

const SignInPage = lazy(() => import('./pages/sign-in/sign-in-page.tsx').then((page) => page.SignInPage));
const RegisterPage = lazy(() => import('./pages/register/register-page.tsx').then((page) => page.RegisterPage));
const DocumentsPage = lazy(() => import('./pages/documents/documents-page.tsx').then((page) => page.DocumentsPage));
const DocumentPage = lazy(() => import('./pages/document/document-page.tsx').then((page) => page.DocumentPage));
const ReviewPage = lazy(() => import('./pages/review/review-page.tsx').then((page) => page.ReviewPage));
const SettingsPage = lazy(() => import('./pages/settings/settings-page.tsx').then((page) => page.SettingsPage));
const OrganizationSettingsPage = lazy(() =>
  import('./pages/settings/settings-page.tsx').then((page) => page.OrganizationSettingsPage),
);
const RulesPage = lazy(() => import('./pages/rules/rules-page.tsx').then((page) => page.RulesPage));
const ExportsPage = lazy(() => import('./pages/exports/exports-page.tsx').then((page) => page.ExportsPage));
const PeoplePage = lazy(() => import('./pages/people/people-page.tsx').then((page) => page.PeoplePage));
const TemplatesPage = lazy(() => import('./pages/templates/templates-page.tsx').then((page) => page.TemplatesPage));
const TemplatePage = lazy(() => import('./pages/templates/template-page.tsx').then((page) => page.TemplatePage));
const NewTemplatePage = lazy(() => import('./pages/templates/template-page.tsx').then((page) => page.NewTemplatePage));
const AuditPage = lazy(() => import('./pages/audit/audit-page.tsx').then((page) => page.AuditPage));
const AdministrationPage = lazy(() =>
  import('./pages/administration/administration-page.tsx').then((page) => page.AdministrationPage),
);
const ForgotPasswordPage = lazy(() =>
  import('./pages/account/forgot-password-page.tsx').then((page) => page.ForgotPasswordPage),
);
const ResetPasswordPage = lazy(() =>
  import('./pages/account/reset-password-page.tsx').then((page) => page.ResetPasswordPage),
);
const VerifyEmailPage = lazy(() =>
  import('./pages/account/verify-email-page.tsx').then((page) => page.VerifyEmailPage),
);
const InvitationPage = lazy(() => import('./pages/account/invitation-page.tsx').then((page) => page.InvitationPage));
const OutboxPage = lazy(() => import('./pages/outbox/outbox-page.tsx').then((page) => page.OutboxPage));
const ReferencePage = lazy(() => import('./pages/api-reference/reference-page.tsx').then((page) => page.ReferencePage));
const ErrorsPage = lazy(() => import('./pages/api-reference/errors-page.tsx').then((page) => page.ErrorsPage));

const Documents = () => {
  // Opening a document is the likely next step.
  useEffect(() => void DocumentPage.preload(), []);
  return (
    <PrivatePage>
      <DocumentsPage />
    </PrivatePage>
  );
};
const OneDocument = ({ params }: { readonly params?: { readonly id?: string } }) => (
  // The key resets the page when the document changes.
  <PrivatePage key={params?.id ?? ''}>
    <DocumentPage id={params?.id ?? ''} />
  </PrivatePage>
);
const Review = ({ params }: { readonly params?: { readonly id?: string } }) => (
  <PrivatePage>
    <ReviewPage id={params?.id ?? null} />
  </PrivatePage>
);
const Settings = () => (
  <PrivatePage>
    <SettingsPage />
  </PrivatePage>
);
const OrganizationSettings = () => (
  <PrivatePage>
    <OrganizationSettingsPage />
  </PrivatePage>
);
const Rules = () => (
  <PrivatePage>
    <RulesPage />
  </PrivatePage>
);
const Exports = () => (
  <PrivatePage>
    <ExportsPage />
  </PrivatePage>
);
const People = () => (
  <PrivatePage>
    <PeoplePage />
  </PrivatePage>
);

const Templates = () => (
  <PrivatePage>
    <TemplatesPage />
  </PrivatePage>
);
const OneTemplate = ({ params }: { readonly params?: { readonly id?: string } }) => (
  <PrivatePage key={params?.id ?? ''}>
    <TemplatePage id={params?.id ?? ''} />
  </PrivatePage>
);
const NewTemplate = ({ query }: { readonly query?: { readonly like?: string } }) => (
  <PrivatePage key={query?.like ?? ''}>
    <NewTemplatePage like={query?.like ?? null} />
  </PrivatePage>
);
const Audit = () => (
  <PrivatePage>
    <AuditPage />
  </PrivatePage>
);
const Administration = () => (
  <PrivatePage>
    <AdministrationPage />
  </PrivatePage>
);

export function App() {
  const [failure, setFailure] = useState<unknown>(null);
  const [helpShown, setHelpShown] = useState(false);
  useShortcuts([
    { keys: ['?'], label: 'Show keyboard shortcuts', run: () => setHelpShown(true) },
    { keys: ['F1'], label: '', whileTyping: true, run: () => setHelpShown(true) },
  ]);
  useEffect(() => {
    addEventListener('keydown', handleShortcut);
    return () => removeEventListener('keydown', handleShortcut);
  }, []);
  if (failure !== null) return <FailurePanel failure={failure} onRetry={() => location.reload()} />;
  return (
    <LocationProvider>
      <ErrorBoundary onError={setFailure}>
        <Router>
          <Route path="/" component={Documents} />
          <Route path="/documents" component={Documents} />
          <Route path="/documents/:id" component={OneDocument} />
          <Route path="/review" component={Review} />
          <Route path="/review/:id" component={Review} />
          <Route path="/settings" component={Settings} />
          <Route path="/settings/organization" component={OrganizationSettings} />
          <Route path="/settings/rules" component={Rules} />
          <Route path="/exports" component={Exports} />
          <Route path="/people" component={People} />
          <Route path="/templates" component={Templates} />
          <Route path="/templates/new" component={NewTemplate} />
          <Route path="/templates/:id" component={OneTemplate} />
          <Route path="/audit" component={Audit} />
          <Route path="/administration" component={Administration} />
          <Route path="/forgot-password" component={ForgotPasswordPage} />
          <Route path="/reset-password" component={ResetPasswordPage} />
          <Route path="/verify-email" component={VerifyEmailPage} />
          <Route path="/invitation" component={InvitationPage} />
          <Route path="/dev/outbox" component={OutboxPage} />
          <Route path="/login" component={SignInPage} />
          <Route path="/sign-in" component={SignInPage} />
          <Route path="/register" component={RegisterPage} />
          <Route path="/docs" component={ReferencePage} />
          <Route path="/docs/errors" component={ErrorsPage} />
          <Route default component={NotFoundPage} />
        </Router>
      </ErrorBoundary>
      <ToastStack />
      {helpShown && <ShortcutsDialog onClose={() => setHelpShown(false)} />}
    </LocationProvider>
  );
}
