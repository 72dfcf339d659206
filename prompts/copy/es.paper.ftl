# Students without an account: a teacher enters them, and types in what they say in person.

# Their name wherever it stands. $name is the name.
paper-named = { $name } (en papel)
# A button on Home.
paper-open-button = Sin cuenta
paper-open-title = Sin cuenta
paper-open-submit = Añadir
paper-intro = Añade a { $classroom } a un estudiante que no tiene cuenta de Slack. Nunca le envío nada. Escriben juntos su contrato, lo firman los dos en papel, y tú escribes aquí lo que dice en cada seguimiento.
paper-name = Nombre del estudiante
paper-name-hint = Como debe aparecer en el papel
paper-of-age = Edad
paper-of-age-yes = Este estudiante tiene 16 años o más
paper-of-age-hint = Si es menor, tu centro tiene que decidir antes quién puede dar su acuerdo
paper-safeguarding = Si algo de lo que dice te preocupa, llévalo a la persona responsable de protección. No aviso a nadie de lo que escribes aquí.
paper-show-button = Enviarme la ficha

paper-person = *{ $student }* está en { $classroom }. No tiene cuenta, así que no le envío nada.
paper-entered = { $teacher } le añadió el { DATETIME($date, dateStyle: "long") } y confirmó que tiene 16 años o más.
paper-id = Para exportar y borrar sus datos, su identificador es { $id }.
paper-left = { $student } ya no está en { $classroom }. No tienes que hacer nada.
paper-write-button = Escribir el contrato
paper-contract-button = Ver el contrato
paper-leave-button = Sacar de la clase
paper-leave-question = ¿Sacar de la clase?
paper-leave-sure = Ya no pediré seguimientos de { $student }. Lo que acordaron queda como está.
paper-leave-yes = Sacar
paper-leave-no = Dejar en la clase

paper-write-title = Escribir juntos
paper-write-submit = Firmar tu parte
paper-write-intro = Escribe esto con { $student }, con sus propias palabras. Al enviarlo firmas tu parte. La suya se firma en el papel.
paper-statement = Objetivo: la frase que quiere alcanzar
paper-unit = Qué se cuenta
paper-baseline = Número al principio
paper-goal = Número al final
paper-strategies = Cómo practica: qué, cuándo y dónde
paper-student-criteria = Señales de éxito: sus propias palabras, una en cada línea
paper-evidence = Cómo lo muestra
paper-supports = Qué le ayuda
paper-commitments = Qué haces tú para ello

paper-contract-heading = Contrato con { $student }
paper-state-to-sign = { $student } todavía no ha firmado. Imprímelo, pídele que lo firme y confírmalo aquí.
paper-state-to-sign-change = Un cambio espera la firma de { $student }. Imprímelo, pídele que lo firme y confírmalo aquí. Hasta entonces sigue el que está firmado.
paper-state-active = Firmado en papel. { $teacher } lo confirmó. Nombraré a { $student } aquí cuando toque un seguimiento.
paper-state-to-type = Toca un seguimiento. Pregunta a { $student } y escribe lo que dice.
paper-state-to-look-back = El contrato ha terminado. Miren atrás juntos y escribe lo que dice { $student }.
paper-state-looked-back = Lo que dice { $student } ya está. Ahora mira atrás tú: el formulario está en su propio mensaje.
paper-state-completed = Este contrato está completo. No tienes que hacer nada.
paper-state-closed = Este contrato ha terminado. No tienes que hacer nada.
paper-on-card = { $student } no tiene cuenta: este contrato está en papel.
paper-print-button = Imprimirlo
paper-sign-button = Está firmado
paper-sign-question = ¿Está firmado ya?
paper-sign-sure = Tienes el papel delante y { $student } lo firmó. Su huella es la de mi impresión más reciente.
paper-sign-yes = Está firmado
paper-sign-no = Todavía no
paper-rewrite-button = Cambiar el texto
paper-sheet = Aquí está el contrato con { $student } para firmar. Tu firma ya está en él. Guarda el papel donde tu centro guarda estos papeles.

# A button beside a name.
paper-type-button = Escribirlo
paper-type-again-button = Cambiar la respuesta
paper-type-title = Escribirlo
paper-type-submit = Guardar
paper-type-intro = Pregunta a { $student } y escribe lo que dice. Las preguntas están escritas para el estudiante, así que puedes leerlas en voz alta.

paper-look-back-button = Escribir su parte
paper-look-back-title = Mirar atrás
paper-look-back-submit = Guardar
paper-look-back-intro = Miren atrás juntos. Escribe lo que dice { $student }, también donde tú lo ves de otra manera: tu parte tiene su propio formulario.
paper-reflection = ¿Qué haría otra vez y qué haría de otra manera?

refusal-respond-no-account = No tiene cuenta, así que no puede leer una respuesta. Díselo en persona.
refusal-paper-of-age = Márcalo solo si el estudiante tiene 16 años o más. Si es menor, tu centro tiene que decidir antes quién puede dar su acuerdo.
refusal-paper-same-name = Alguien en papel de esta clase tiene ese nombre. Añade un apellido o una inicial.
refusal-paper-end-too-soon = Elige un final posterior: la clase no tiene ningún seguimiento antes de la mitad de este tiempo.
refusal-paper-one-runs = { $name } tiene un contrato firmado por los dos. Miren atrás primero.
